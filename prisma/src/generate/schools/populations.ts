import type { StageName } from "../county-plan.js";
import type { RegisterPlan } from "../plan/index.js";
import { disabledOutOfSchool } from "./calibration/student-groups.js";
import { enrolmentRates, usualRates } from "./calibration/populations.js";
import { synthetic } from "./provenance.js";
import { groupTotal } from "./student-groups.js";
import { valueInYear } from "./year-value.js";

/** Rows of `population` of the county: age bands, and the children of the groups the county keeps lists of. */
export function* populationRows(plan: RegisterPlan) {
  const rates = enrolmentRates[plan.code] ?? usualRates;
  for (const year of plan.years) {
    const students = (...stages: readonly StageName[]) =>
      plan.schools.reduce(
        (sum, school) => sum + stages.reduce((part, stage) => part + school.students(year, stage), 0),
        0,
      );
    const atRate = (count: number, percent: number | null) => Math.round((100 * count) / (percent ?? 100));
    const disabled =
      students("SPECIAL") +
      groupTotal(plan, "DISABLED_MAINSTREAMED", year) +
      groupTotal(plan, "DISABLED_HOME_TEACHING", year);
    const bands: Readonly<Record<string, number>> = {
      AGE_3_5: atRate(students("PRESCHOOL"), valueInYear(rates.preschool, year)),
      AGE_6_11: atRate(students("PRIMARY"), rates.compulsory),
      AGE_12_14: atRate(students("JUNIOR"), rates.compulsory),
      AGE_15_17: atRate(students("SENIOR_GENERAL", "SENIOR_VOCATIONAL"), valueInYear(rates.senior, year)),
      DISABLED_SCHOOL_AGE: disabled + (disabledOutOfSchool[plan.code] ?? Math.round(disabled * 0.04)),
      MIGRANT_CHILDREN: groupTotal(plan, "MIGRANT", year),
      LEFT_BEHIND_CHILDREN: groupTotal(plan, "LEFT_BEHIND", year),
    };
    for (const [band, people] of Object.entries(bands)) {
      yield { divisionCode: plan.code, year, band, people, origin: synthetic.origin };
    }
  }
}
