import type { CountyPlan } from "../county-plan.js";
import type { Random } from "../random.js";
import type { HireChannel, PersonnelCalibration } from "./calibrations/calibration.js";
import { ageFor, educationFor, retirementAge, sexFor, titleFor } from "./profile.js";
import { startOfWork, type Employment, type StaffMember, type StaffRole } from "./staff-member.js";
import type { TeachingUnit } from "./units.js";

const employmentOf: Readonly<Record<HireChannel, Employment>> = {
  ASSIGNED: "PERMANENT",
  OPEN: "PERMANENT",
  TALENT: "PERMANENT",
  FREE_NORMAL: "PERMANENT",
  MASTER_PLAN: "PERMANENT",
  SPECIAL_POST: "SPECIAL_POST",
  THREE_SUPPORTS: "THREE_SUPPORTS",
  SILVER_AGE: "SILVER_AGE",
  THREE_AREAS: "THREE_AREAS",
  SCHOOL_HIRED: "CONTRACT",
  AGENCY: "DISPATCHED",
};

/** Years after which a special-post or three-supports teacher gets a permanent post. */
const yearsOfService = 3;

export interface Hiring {
  readonly unit: TeachingUnit;
  readonly role: StaffRole;
  readonly channel: HireChannel;
  /** The year of hiring; veterans are given an age instead and were hired when they were young. */
  readonly year: number;
  readonly age: number;
  readonly sex?: "MALE" | "FEMALE";
  readonly hiredOn?: string;
  readonly startsOn?: string;
}

/** Makes the staff of one county up, numbered in the order of hiring. */
export interface StaffOffice {
  readonly members: StaffMember[];
  /** A young teacher starts through a channel. */
  recruit(unit: TeachingUnit, channel: HireChannel, year: number): StaffMember;
  /** Somebody who was in post before the records begin. */
  veteran(unit: TeachingUnit): StaffMember;
  hire(hiring: Hiring): StaffMember;
}

export function openStaffOffice(plan: CountyPlan, calibration: PersonnelCalibration): StaffOffice {
  const random = plan.random("personnel/people");
  const members: StaffMember[] = [];
  const firstYear = plan.years[0] ?? 0;
  const lastYear = plan.years.at(-1) ?? firstYear;

  const hire = (hiring: Hiring): StaffMember => {
    const { unit, role, channel, year, age } = hiring;
    const hiredOn = hiring.hiredOn ?? startOfWork(year);
    const served = employmentOf[channel];
    const isServiceOver =
      (served === "SPECIAL_POST" || served === "THREE_SUPPORTS") && year + yearsOfService <= lastYear;
    const opened = unit.school.openedOn ?? "";
    const isTeacher = role === "TEACHER" || role === "HEAD";
    const member: StaffMember = {
      serial: members.length + 1,
      role,
      sex: hiring.sex ?? sexFor(random, role, unit.stage),
      birthYear: year - age,
      education: isTeacher ? educationFor(random, unit.stage, age) : supportEducation(random, role),
      title: isTeacher ? titleFor(random, age + Math.max(0, lastYear - year), unit.isPublic) : "NONE",
      employment: isServiceOver ? "PERMANENT" : served,
      channel,
      hiredOn,
      hireStage: isTeacher ? unit.stage : null,
      hiredToRural: unit.isRural,
      leftOn: null,
      leaveReason: null,
      subject: null,
      qualified: null,
      spells: [
        {
          unit,
          kind: channel === "THREE_AREAS" ? "SUPPORT_TEACHING" : "POST",
          from: hiring.startsOn ?? (opened > hiredOn ? opened : hiredOn),
          to: null,
        },
      ],
      detachments: [],
      secondSubjects: [],
    };
    members.push(member);
    return member;
  };

  return {
    members,
    hire,
    recruit: (unit, channel, year) =>
      hire({ unit, role: "TEACHER", channel, year, age: random.whole(22, channel === "SCHOOL_HIRED" ? 34 : 28) }),
    veteran: (unit) => {
      const sex = sexFor(random, "TEACHER", unit.stage);
      // Private schools hire later in life and keep people for a shorter time.
      const age = unit.isPublic
        ? ageFor(random, sex, calibration.meanAge)
        : Math.min(random.whole(24, 46), retirementAge(sex) - 1);
      const hiredAt = unit.isPublic ? random.whole(21, 24) : random.whole(22, age);
      const hiredIn = Math.min(firstYear - age + hiredAt, firstYear - (unit.isPublic ? 3 : 1));
      const channel = unit.isPublic ? channelOfThePast(random, unit, hiredIn) : "SCHOOL_HIRED";
      return hire({ unit, role: "TEACHER", channel, year: hiredIn, age: hiredIn - (firstYear - age), sex });
    },
  };
}

function channelOfThePast(random: Random, unit: TeachingUnit, year: number): HireChannel {
  if (year < 2000) return "ASSIGNED";
  const mayBeSpecial = year >= 2006 && unit.isRural && (unit.stage === "PRIMARY" || unit.stage === "JUNIOR");
  return mayBeSpecial && random.next() < 0.4 ? "SPECIAL_POST" : "OPEN";
}

function supportEducation(random: Random, role: StaffRole): string {
  if (role === "ADMINISTRATOR" || role === "SUPPORT") return random.next() < 0.6 ? "BACHELOR" : "ASSOCIATE";
  if (role === "CARER") return random.next() < 0.3 ? "ASSOCIATE" : "UPPER_SECONDARY";
  return random.next() < 0.35 ? "UPPER_SECONDARY" : "BELOW";
}
