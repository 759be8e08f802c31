import type { StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import {
  countiesWithoutDropouts,
  generalAdmissions,
  retention,
  usualRetention,
  vocationalOutcomes,
  type YearTable,
} from "./calibration/outcomes.js";
import { synthetic } from "./provenance.js";
import { valueInYear } from "./year-value.js";

/** A school's leavers of a stage in a calendar year: the final year of the census before. */
interface Leavers {
  readonly school: RegisterSchool;
  readonly final: number;
}

/** Outcomes are kept from two years before the first return: figures of a five-year plan ask for them. */
const YEARS_BEFORE_RETURNS = 2;

/** Rows of `student_outcome`. */
export function* outcomeRows(plan: RegisterPlan) {
  const first = (plan.years[0] ?? 0) - YEARS_BEFORE_RETURNS;
  const last = plan.years.at(-1) ?? first;
  for (let year = first; year <= last; year += 1) {
    for (const stage of ["PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL"] as const) {
      const leavers = leaversOf(plan, stage, year);
      const counts = new Map(countsOf(plan, { stage, year, final: leavers.map(({ final }) => final) }));
      for (const [kind, students] of counts) {
        for (const [index, { school }] of leavers.entries()) {
          yield {
            schoolId: school.id,
            countyCode: plan.code,
            year,
            stage,
            kind,
            students: students[index] ?? 0,
            ...synthetic,
          };
        }
      }
    }
  }
}

function leaversOf(plan: RegisterPlan, stage: StageName, year: number): readonly Leavers[] {
  return plan.schools
    .filter((school) => school.stages.includes(stage) && school.filedReturn(year - 1))
    .map((school) => {
      const classes = school.classes(year - 1, stage);
      const grade = stage === "PRIMARY" ? 6 : 3;
      return {
        school,
        final: classes.filter((group) => group.grade === grade).reduce((sum, group) => sum + group.students, 0),
      };
    });
}

/** Counts by kind, one entry a school in the order of `final`. */
function* countsOf(
  plan: RegisterPlan,
  { stage, year, final }: { readonly stage: StageName; readonly year: number; readonly final: readonly number[] },
): Generator<readonly [string, readonly number[]]> {
  const total = final.reduce((sum, count) => sum + count, 0);
  const shared = (students: number) => allocate(students, final);
  switch (stage) {
    case "PRIMARY":
    case "JUNIOR":
      yield ["FINAL_YEAR", final];
      yield ["GRADUATES", final];
      yield ["DROPOUT_POVERTY", final.map(() => 0)];
      yield ["DROPOUT_OTHER", shared(countiesWithoutDropouts.includes(plan.code) ? 0 : Math.round(total * 0.002))];
      if (stage === "PRIMARY") return;
      yield ["COHORT_FINISHED", final];
      yield [
        "COHORT_ENTERED",
        shared(Math.round((100 * total) / (valueInYear(retention[plan.code] ?? {}, year) ?? usualRetention))),
      ];
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

function* fromTable(
  table: YearTable | undefined,
  year: number,
  shared: (students: number) => readonly number[],
  usual: Readonly<Record<string, number>>,
): Generator<readonly [string, readonly number[]]> {
  for (const [kind, students] of Object.entries(usual)) {
    if (table?.[kind] === undefined) yield [kind, shared(Math.round(students))];
  }
  for (const [kind, byYear] of Object.entries(table ?? {})) yield [kind, shared(byYear[year] ?? 0)];
}
