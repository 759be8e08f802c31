import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import { countyPayments, type CountyPaymentPlan } from "./calibration/county-payments.js";
import {
  nutritionTotals,
  ruralSubsidyTotals,
  studentAidTotals,
  type YearTotal,
} from "./calibration/programme-totals.js";
import { centsOf, splitMoney, yuanOf } from "./money.js";
import { nutritionShares } from "./nutrition.js";
import { yearsOf } from "./period.js";
import type { PaymentRow } from "./rows.js";
import { synthetic } from "./rows.js";
import { allPupilsIn, mainStage, pupilsIn, schoolsOf } from "./school-pools.js";

/** Everything paid under a programme: student aid, subsidies, meals and what the county office spends itself. */
export function programmePayments(plan: CountyPlan): PaymentRow[] {
  return [...studentAid(plan), ...ruralTeacherSubsidy(plan), ...meals(plan), ...byCountyOffice(plan)];
}

interface Share {
  readonly school: PlannedSchool;
  readonly stage: StageName;
  readonly weight: number;
}

const aidWeight: Readonly<Partial<Record<StageName, number>>> = {
  PRIMARY: 2,
  JUNIOR: 3,
  SENIOR_GENERAL: 4,
  SENIOR_VOCATIONAL: 8,
  SPECIAL: 10,
};

function studentAid(plan: CountyPlan): PaymentRow[] {
  return programmeYears(plan, studentAidTotals).flatMap((year) => {
    const shares = schoolsOf(plan, "SCHOOLS", year).flatMap((school) =>
      school.stages.map((stage) => ({
        school,
        stage,
        weight: pupilsIn(plan, school, year, stage) * (aidWeight[stage] ?? 0),
      })),
    );
    const pupils = shares.reduce((sum, { weight }) => sum + weight, 0);
    const personTimes = Math.round(pupils * 0.08);
    const total = studentAidTotals[plan.code]?.[year] ?? { amount: String(personTimes * 1_100), personTimes };
    return toSchools(plan, { programme: "STUDENT_AID", economicClass: "AID", year, total, shares });
  });
}

function ruralTeacherSubsidy(plan: CountyPlan): PaymentRow[] {
  return programmeYears(plan, ruralSubsidyTotals).flatMap((year) => {
    const shares = schoolsOf(plan, "RURAL_SCHOOLS", year).map((school) => ({
      school,
      stage: mainStage(plan, school, year) ?? ("PRIMARY" as const),
      weight: Math.ceil(allPupilsIn(plan, school, year) / 11) + 3,
    }));
    const personTimes = 12 * shares.reduce((sum, { weight }) => sum + weight, 0);
    const total = ruralSubsidyTotals[plan.code]?.[year] ?? { amount: String(personTimes * 600), personTimes };
    return toSchools(plan, { programme: "RURAL_TEACHER_SUBSIDY", economicClass: "SUBSIDY", year, total, shares });
  });
}

interface SchoolProgramme {
  readonly programme: string;
  readonly economicClass: "AID" | "SUBSIDY";
  readonly year: number;
  readonly total: YearTotal;
  readonly shares: readonly Share[];
}

/** One payment a school and stage; the money follows the person-times, so nobody is paid without being counted. */
function toSchools(plan: CountyPlan, { programme, economicClass, year, total, shares }: SchoolProgramme): PaymentRow[] {
  const people = allocate(
    total.personTimes,
    shares.map(({ weight }) => weight),
  );
  const money = splitMoney(centsOf(total.amount), people);
  return shares.flatMap(({ school, stage }, index) =>
    (people[index] ?? 0) === 0
      ? []
      : [
          {
            ...synthetic,
            id: `${school.id}.${stage}.${year}.${programme}`,
            countyCode: plan.code,
            schoolId: school.id,
            stage,
            ownership: school.ownership,
            programme,
            purpose: null,
            economicClass,
            sourceLevel: "MIXED" as const,
            projectId: null,
            amount: yuanOf(money[index] ?? 0),
            paidOn: `${year}-10-31`,
            personTimes: people[index] ?? 0,
          },
        ],
  );
}

/** The years the county has returns for, and those a document gives a total of. */
function programmeYears(
  plan: CountyPlan,
  totals: Readonly<Record<string, Readonly<Record<number, YearTotal>>>>,
): number[] {
  return [...new Set([...Object.keys(totals[plan.code] ?? {}).map(Number), ...plan.years])].sort(
    (left, right) => left - right,
  );
}

function meals(plan: CountyPlan): PaymentRow[] {
  return Object.entries(nutritionTotals[plan.code] ?? {}).flatMap(([text, total]) => {
    const year = Number(text);
    const shares = nutritionShares(plan, year, total.pupils);
    const money = splitMoney(
      centsOf(total.PROVINCE) + centsOf(total.COUNTY),
      shares.map(({ pupils }) => pupils),
    );
    return shares.map(({ school, stage }, index) => ({
      ...synthetic,
      id: `${school.id}.${stage}.${year}.NUTRITION`,
      countyCode: plan.code,
      schoolId: school.id,
      stage,
      ownership: school.ownership,
      programme: "NUTRITION",
      purpose: "MEALS",
      economicClass: "AID" as const,
      sourceLevel: "MIXED" as const,
      projectId: null,
      amount: yuanOf(money[index] ?? 0),
      paidOn: `${year}-12-10`,
      personTimes: null,
    }));
  });
}

function byCountyOffice(plan: CountyPlan): PaymentRow[] {
  return (countyPayments[plan.code] ?? []).flatMap((payment) => {
    const span = yearsOf(payment.from, payment.to);
    const money = splitMoney(
      centsOf(payment.amount),
      span.map(() => 1),
    );
    return span.flatMap((year, index) => overPool(plan, payment, year, money[index] ?? 0));
  });
}

function overPool(plan: CountyPlan, payment: CountyPaymentPlan, year: number, cents: number): PaymentRow[] {
  const { programme, purpose, economicClass, sourceLevel, projectId } = payment;
  const schools = payment.pool === undefined ? [null] : schoolsOf(plan, payment.pool, year);
  const parts = splitMoney(
    cents,
    schools.map((school) => (school === null ? 1 : 20 + allPupilsIn(plan, school, year))),
  );
  return schools.map((school, index) => ({
    ...synthetic,
    id: `${projectId}.pay.${year}.${index + 1}`,
    countyCode: plan.code,
    schoolId: school?.id ?? null,
    stage: payment.stage ?? null,
    ownership: school?.ownership ?? null,
    programme,
    purpose,
    economicClass,
    sourceLevel,
    projectId,
    amount: yuanOf(parts[index] ?? 0),
    paidOn: `${year}-09-30`,
    personTimes: payment.personTimes ?? null,
  }));
}
