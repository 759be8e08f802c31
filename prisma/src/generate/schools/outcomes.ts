import type { StageName } from "../county-plan.js";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { statedOutcomes } from "./calibration/outcomes.js";
import { dropoutCounts, leaverCounts } from "./outcome-counts.js";
import { onLine } from "./provenance.js";

/** Outcomes are kept from two years before the first return: figures of a five-year plan ask for them. */
const YEARS_BEFORE_RETURNS = 2;

const stages: readonly StageName[] = ["PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL"];

/** Rows of `student_outcome`. */
export function* outcomeRows(plan: RegisterPlan) {
  const first = (plan.years[0] ?? 0) - YEARS_BEFORE_RETURNS;
  const last = plan.years.at(-1) ?? first;
  for (let year = first; year <= last; year += 1) {
    for (const stage of stages) {
      for (const { kind, schools, students } of [
        ...leaverCounts(plan, stage, year),
        ...dropoutCounts(plan, stage, year),
      ]) {
        for (const [index, school] of schools.entries()) {
          const provenance = onLine(plan, lineOf(plan, school, { year, kind }));
          yield {
            schoolId: school.id,
            countyCode: plan.code,
            year,
            stage,
            kind,
            students: students[index] ?? 0,
            ...provenance,
          };
        }
      }
    }
  }
}

function lineOf(
  plan: RegisterPlan,
  { namedId }: RegisterSchool,
  of: { readonly year: number; readonly kind: string },
): number | null {
  const stated = statedOutcomes.find(
    ({ county, school, year, kind }) =>
      county === plan.code && school === namedId && year === of.year && kind === of.kind,
  );
  return stated?.line ?? null;
}
