import type { RegisterPlan } from "../plan/index.js";
import { synthetic } from "./provenance.js";

/** Rows of `school_return`: one for every school and census, unless the school was closed or filed none. */
export function* returnRows({ schools, years }: RegisterPlan) {
  for (const school of schools) {
    for (const year of years) {
      if (school.filedReturn(year)) yield { schoolId: school.id, year, filedOn: `${year}-09-25`, ...synthetic };
    }
  }
}

/** Rows of `class_group` of every return. */
export function* classRows({ schools, years }: RegisterPlan) {
  for (const school of schools) {
    for (const year of years) {
      if (!school.filedReturn(year)) continue;
      for (const stage of school.stages) {
        for (const { grade, number, students } of school.classes(year, stage)) {
          yield { schoolId: school.id, year, stage, grade, number, students, origin: synthetic.origin };
        }
      }
    }
  }
}
