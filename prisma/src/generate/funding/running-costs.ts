import type { CountyPlan } from "../county-plan.js";
import { preschoolPerPupilTotals, preschoolRates } from "./calibration/programme-totals.js";
import {
  boardersShare,
  boardingAddOn,
  personnelGrowth,
  personnelPerPupil,
  publicUseRate,
  smallSchoolPupils,
} from "./calibration/rates.js";
import { centsOf, splitMoney, yuanOf } from "./money.js";
import type { EconomicClass, PaymentRow, SourceLevelName } from "./rows.js";
import { synthetic } from "./rows.js";
import type { SchoolYear } from "./school-year.js";
import { schoolYears } from "./school-year.js";

/** What one stage of one school cost in a calendar year, in cents, by economic class and who paid. */
export interface RunningCost extends SchoolYear {
  readonly economicClass: Extract<EconomicClass, "PERSONNEL" | "PUBLIC_USE">;
  readonly sourceLevel: SourceLevelName;
  readonly programme: "RUNNING_COSTS" | "PRESCHOOL_PER_PUPIL";
  readonly cents: number;
}

/** The running costs of every school of the county in a calendar year. */
export function runningCosts(plan: CountyPlan, year: number): RunningCost[] {
  const all = schoolYears(plan, year).filter(({ school }) => school.ownership !== "UNLICENSED");
  return [...publicPersonnel(plan, all, year), ...privateOwnFunds(all), ...publicUse(plan, all, year)].filter(
    ({ cents }) => cents > 0,
  );
}

/** The running costs as payments, one a school, stage, class and payer. */
export function runningPayments(costs: readonly RunningCost[], countyCode: string): PaymentRow[] {
  return costs.map(({ school, stage, year, economicClass, sourceLevel, programme, cents }) => ({
    ...synthetic,
    id: `${school.id}.${stage}.${year}.${economicClass}.${sourceLevel}`,
    countyCode,
    schoolId: school.id,
    stage,
    ownership: school.ownership,
    programme,
    purpose: null,
    economicClass,
    sourceLevel,
    projectId: null,
    amount: yuanOf(cents),
    paidOn: economicClass === "PERSONNEL" ? `${year}-12-20` : `${year}-06-30`,
    personTimes: null,
  }));
}

/** Growth of personnel money from the first census year to the year. */
export function growthSince(first: number, year: number): number {
  return Object.entries(personnelGrowth).reduce(
    (factor, [grown, growth]) => (Number(grown) > first && Number(grown) <= year ? factor * growth : factor),
    1,
  );
}

/** The county pays the staff of public schools: a total per stage that follows the budget, shared by pupils and classes. */
function publicPersonnel(plan: CountyPlan, all: readonly SchoolYear[], year: number): RunningCost[] {
  const first = plan.years[0] ?? year;
  const start = Map.groupBy(publicOnly(schoolYears(plan, first)), ({ stage }) => stage);
  const now = Map.groupBy(publicOnly(all), ({ stage }) => stage);
  return [...now].flatMap(([stage, schools]) => {
    const pupils = (start.get(stage) ?? schools).reduce((sum, school) => sum + school.pupils, 0);
    const yuan = Math.round(pupils * personnelPerPupil[stage] * growthSince(first, year));
    const parts = splitMoney(
      yuan * 100,
      schools.map(({ pupils: size, classes, months }) => (size + 15 * classes) * months),
    );
    return schools.map((school, index) => ({
      ...school,
      economicClass: "PERSONNEL" as const,
      sourceLevel: "COUNTY" as const,
      programme: "RUNNING_COSTS" as const,
      cents: parts[index] ?? 0,
    }));
  });
}

/** Private schools pay staff and most of their running costs from fees. */
function privateOwnFunds(all: readonly SchoolYear[]): RunningCost[] {
  return all
    .filter(({ school }) => school.ownership !== "PUBLIC")
    .flatMap((entry) => {
      const own = { ...entry, sourceLevel: "SCHOOL" as const, programme: "RUNNING_COSTS" as const };
      const yearly = entry.pupils * entry.months * 100;
      return [
        {
          ...own,
          economicClass: "PERSONNEL" as const,
          cents: Math.round((yearly * personnelPerPupil[entry.stage] * 0.7) / 12),
        },
        { ...own, economicClass: "PUBLIC_USE" as const, cents: Math.round((yearly * 900) / 12) },
      ];
    });
}

/** Public-use money by rate and pupils: public schools, private ones in the compulsory stages, inclusive kindergartens. */
function publicUse(plan: CountyPlan, all: readonly SchoolYear[], year: number): RunningCost[] {
  const entitled = all.filter(
    ({ school, stage }) =>
      school.ownership === "PUBLIC" ||
      stage === "PRIMARY" ||
      stage === "JUNIOR" ||
      (stage === "PRESCHOOL" && school.ownership === "INCLUSIVE_PRIVATE"),
  );
  const children = entitled.filter(({ stage }) => stage === "PRESCHOOL");
  const preschool = preschoolMoney(plan, children, year);
  return entitled.map((entry) => ({
    ...entry,
    economicClass: "PUBLIC_USE" as const,
    sourceLevel: "MIXED" as const,
    programme: entry.stage === "PRESCHOOL" ? ("PRESCHOOL_PER_PUPIL" as const) : ("RUNNING_COSTS" as const),
    cents: entry.stage === "PRESCHOOL" ? (preschool[children.indexOf(entry)] ?? 0) : perPupil(plan, all, entry),
  }));
}

function preschoolMoney(plan: CountyPlan, children: readonly SchoolYear[], year: number): number[] {
  const total = preschoolPerPupilTotals[plan.code]?.[year];
  const rate = preschoolRates[plan.code] ?? publicUseRate("PRESCHOOL", year);
  const weights = children.map(({ pupils }) => pupils);
  return total === undefined ? weights.map((pupils) => pupils * rate * 100) : splitMoney(centsOf(total), weights);
}

/** Rate times pupils; a small compulsory school is paid for 100, except one in ten, which is paid for those it has. */
function perPupil(
  plan: CountyPlan,
  all: readonly SchoolYear[],
  { school, stage, year, pupils, months }: SchoolYear,
): number {
  const compulsory = stage === "PRIMARY" || stage === "JUNIOR";
  const size = all
    .filter((other) => other.school.id === school.id && (other.stage === "PRIMARY" || other.stage === "JUNIOR"))
    .reduce((sum, other) => sum + other.pupils, 0);
  const short = plan.random(`funding.small-school.${school.id}`).whole(1, 10) === 1;
  const scale = compulsory && size < smallSchoolPupils && !short ? smallSchoolPupils / size : 1;
  const boarders = compulsory && school.boarding ? Math.round(pupils * boardersShare) : 0;
  const yuan = publicUseRate(stage, year) * pupils * scale + boardingAddOn(year) * boarders;
  return Math.round((yuan * months * 100) / 12);
}

const publicOnly = (entries: readonly SchoolYear[]) => entries.filter(({ school }) => school.ownership === "PUBLIC");
