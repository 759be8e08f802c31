import type { StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { gradesOf } from "../plan/school-types.js";
import {
  countiesWithoutDropouts,
  generalAdmissions,
  retention,
  usualRetention,
  vocationalOutcomes,
  type YearTable,
} from "./calibration/outcomes.js";
import { valueInYear } from "./year-value.js";

/** One outcome in a year and stage: students by school, in the order of the schools. */
export interface OutcomeCount {
  readonly kind: string;
  readonly schools: readonly RegisterSchool[];
  readonly students: readonly number[];
}

/** Share of the compulsory-stage students who leave early in a year, where a county reports any. */
const DROPOUT_RATE = 0.0004;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** Students who broke off in a year; every school says so, and zero is said too. */
export function dropoutCounts(plan: RegisterPlan, stage: StageName, year: number): readonly OutcomeCount[] {
  if (stage !== "PRIMARY" && stage !== "JUNIOR") return [];
  const schools = reporting(plan, stage, year);
  const sizes = schools.map((school) => school.students(year - 1, stage));
  const dropouts = countiesWithoutDropouts.includes(plan.code) ? 0 : Math.round(sum(sizes) * DROPOUT_RATE);
  return [
    { kind: "DROPOUT_POVERTY", schools, students: sizes.map(() => 0) },
    { kind: "DROPOUT_OTHER", schools, students: allocate(dropouts, sizes) },
  ];
}

/** What became of those who were in the final year on the census before. */
export function leaverCounts(plan: RegisterPlan, stage: StageName, year: number): readonly OutcomeCount[] {
  const grade = stage === "PRIMARY" ? 6 : 3;
  // A teaching point's pupils leave for the centre school before the final grade.
  const schools = reporting(plan, stage, year).filter(({ typeCode }) => gradesOf(stage, typeCode).includes(grade));
  const final = schools.map((school) =>
    sum(school.classes(year - 1, stage).flatMap((group) => (group.grade === grade ? group.students : []))),
  );
  return [...countsOf(plan, { stage, year, final })].map(([kind, students]) => ({ kind, schools, students }));
}

function reporting(plan: RegisterPlan, stage: StageName, year: number): readonly RegisterSchool[] {
  return plan.schools.filter((school) => school.stages.includes(stage) && school.filedReturn(year - 1));
}

function* countsOf(
  plan: RegisterPlan,
  { stage, year, final }: { readonly stage: StageName; readonly year: number; readonly final: readonly number[] },
): Generator<readonly [kind: string, students: readonly number[]]> {
  const total = sum(final);
  const shared = (students: number) => allocate(students, final);
  switch (stage) {
    case "PRIMARY":
    case "JUNIOR":
      yield ["FINAL_YEAR", final];
      yield ["GRADUATES", final];
      if (stage === "PRIMARY") return;
      yield ["COHORT_FINISHED", final];
      yield ["COHORT_ENTERED", shared(Math.round((100 * total) / retentionOf(plan, year)))];
      return;
    case "SENIOR_GENERAL":
      yield ["FINAL_YEAR", final];
      yield ["GRADUATES", final.map((count) => Math.floor(count * 0.995))];
      yield* fromTable(generalAdmissions[plan.code], year, shared, {
        ADMITTED_TIER1: total * 0.12,
        ADMITTED_TIER2: total * 0.47,
        ADMITTED_985: total * 0.012,
      });
      return;
    case "SENIOR_VOCATIONAL":
      yield* fromTable(vocationalOutcomes[plan.code], year, shared, {
        GRADUATES: total * 0.97,
        ADMITTED_HIGHER: total * 0.83,
        ADMITTED_BACHELOR: total * 0.02,
        EMPLOYED_FIRST: total * 0.93,
      });
      return;
    default:
      return;
  }
}

function retentionOf(plan: RegisterPlan, year: number): number {
  return valueInYear(retention[plan.code] ?? {}, year) ?? usualRetention;
}

/** The county's own numbers of the year; the usual ones for what its table leaves out. */
function* fromTable(
  table: YearTable | undefined,
  year: number,
  shared: (students: number) => readonly number[],
  usual: Readonly<Record<string, number>>,
): Generator<readonly [kind: string, students: readonly number[]]> {
  for (const [kind, students] of Object.entries(usual)) {
    if (table?.[kind] === undefined) yield [kind, shared(Math.round(students))];
  }
  for (const [kind, byYear] of Object.entries(table ?? {})) {
    const students = byYear[year];
    if (students !== undefined) yield [kind, shared(students)];
  }
}
