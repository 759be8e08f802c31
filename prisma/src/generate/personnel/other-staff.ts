import type { CountyPlan, PlannedSchool } from "../county-plan.js";
import type { CareerInput } from "./career-input.js";
import type { StaffOffice } from "./hiring.js";
import { leave, type StaffMember, type StaffRole } from "./staff-member.js";
import type { TeachingUnit } from "./units.js";

type OtherRole = Exclude<StaffRole, "TEACHER">;

const otherRoles: readonly OtherRole[] = ["HEAD", "ADMINISTRATOR", "SUPPORT", "WORKER", "CARER", "GUARD"];

interface SchoolSize {
  readonly students: number;
  readonly kindergartenClasses: number;
  readonly boarding: boolean;
  readonly isTeachingPoint: boolean;
}

/** How many of each role a school of a size has. */
const staffing: Readonly<Record<OtherRole, (size: SchoolSize) => number>> = {
  HEAD: ({ students, isTeachingPoint }) =>
    isTeachingPoint ? 0 : 1 + (students > 300 ? 1 : 0) + (students > 1000 ? 1 : 0),
  ADMINISTRATOR: ({ students }) => Math.floor(students / 350),
  SUPPORT: ({ students }) => Math.floor(students / 420),
  WORKER: ({ students, boarding }) => (students > 40 ? 1 : 0) + Math.floor(students / (boarding ? 160 : 400)),
  CARER: ({ kindergartenClasses }) => kindergartenClasses,
  GUARD: ({ students, isTeachingPoint }) => (isTeachingPoint ? 0 : students > 100 ? 2 : 1),
};

/** Staff who do not teach: hired when a school needs more of them, let go when it needs fewer or closes. */
export function employOtherStaff(input: CareerInput): void {
  const { plan, units, calibration, office } = input;
  const random = plan.random("personnel/other-staff");
  const firstYear = plan.years[0] ?? 0;
  const guardYear = calibration.guards?.year;
  const guards: StaffMember[] = [];

  for (const [school, own] of Map.groupBy(units, (unit) => unit.school)) {
    for (const role of otherRoles) {
      const held: StaffMember[] = [];
      for (const year of plan.years) {
        const size = sizeOf(school, own, year);
        // Guards stay as many as at the start: only those a document counts are hired in between.
        const wanted =
          role === "GUARD" && held.length > 0 && size.students > 0
            ? held.length
            : size.students === 0
              ? 0
              : staffing[role](size);
        while (held.length < wanted) {
          const hiredIn = year === firstYear ? firstYear - random.whole(1, 12) : year === guardYear ? year - 1 : year;
          const unit = mainUnit(own, year);
          held.push(
            hireOther(plan, office, {
              unit,
              role,
              year: hiredIn,
              age: random.whole(role === "HEAD" ? 30 : 24, role === "HEAD" ? 40 : 38),
            }),
          );
        }
        for (const member of held.splice(wanted)) leave(member, `${year}-07-31`, "DISMISSED");
      }
      if (role === "GUARD") guards.push(...held.slice(1));
    }
  }
  if (calibration.guards !== undefined) hireGuardsIn(calibration.guards, guards);
}

/** The second guards of as many schools as the document counts were hired in its year. */
function hireGuardsIn(
  { year, count }: { readonly year: number; readonly count: number },
  guards: readonly StaffMember[],
): void {
  const second = guards.filter((member) => member.leftOn === null && member.spells[0]?.unit.isPublic);
  for (const member of second.slice(0, count)) {
    const [spell] = member.spells;
    if (spell === undefined) continue;
    member.hiredOn = `${year}-03-16`;
    member.spells.splice(0, 1, { ...spell, from: member.hiredOn });
  }
}

function hireOther(
  plan: CountyPlan,
  office: StaffOffice,
  {
    unit,
    role,
    year,
    age,
  }: { readonly unit: TeachingUnit; readonly role: OtherRole; readonly year: number; readonly age: number },
): StaffMember {
  const isClerk = role === "HEAD" || role === "ADMINISTRATOR" || role === "SUPPORT";
  const startsOn = `${year}-${plan.years[0] === year ? "02-20" : "07-20"}`;
  if (role === "HEAD" && unit.isPublic) {
    // Heads of public schools began as teachers of 23.
    const hiredIn = year - age + 23;
    const channel = hiredIn < 2000 ? "ASSIGNED" : "OPEN";
    return office.hire({ unit, role, channel, year: hiredIn, age: 23, startsOn });
  }
  const channel = !unit.isPublic ? "SCHOOL_HIRED" : isClerk ? "OPEN" : "AGENCY";
  return office.hire({ unit, role, channel, year, age, hiredOn: startsOn, startsOn });
}

function sizeOf(school: PlannedSchool, own: readonly TeachingUnit[], year: number): SchoolSize {
  return {
    students: own.reduce((sum, unit) => sum + unit.students(year), 0),
    kindergartenClasses: own
      .filter((unit) => unit.stage === "PRESCHOOL")
      .reduce((sum, unit) => sum + unit.classSizes(year).length, 0),
    boarding: school.boarding,
    isTeachingPoint: school.typeCode === "218",
  };
}

/** The stage most students are in. */
function mainUnit(own: readonly TeachingUnit[], year: number): TeachingUnit {
  return own.reduce((best, unit) => (unit.students(year) > best.students(year) ? unit : best));
}
