import type { StageName } from "../county-plan.js";
import type { CareerInput } from "./career-input.js";

/** Students per approved post (中央编办发〔2014〕72号 for primary, junior and senior) and the fewest posts a class needs. */
const norms: Readonly<Record<StageName, { readonly studentsPerPost: number; readonly postsPerClass: number }>> = {
  PRESCHOOL: { studentsPerPost: 7.5, postsPerClass: 2.4 },
  PRIMARY: { studentsPerPost: 19, postsPerClass: 1.6 },
  JUNIOR: { studentsPerPost: 13.5, postsPerClass: 2.7 },
  SENIOR_GENERAL: { studentsPerPost: 12.5, postsPerClass: 3.2 },
  SENIOR_VOCATIONAL: { studentsPerPost: 15, postsPerClass: 2.4 },
  SPECIAL: { studentsPerPost: 4, postsPerClass: 2 },
};

/** The rows of `staffing_quota`: the norm of each public school, a little more or less. */
export function* quotaRows({ plan, units }: CareerInput) {
  const random = plan.random("personnel/quotas");
  for (const [school, own] of Map.groupBy(
    units.filter((unit) => unit.isPublic),
    (unit) => unit.school,
  )) {
    const deviation = 0.96 + 0.08 * random.next();
    for (const year of plan.years) {
      const taught = own.filter((unit) => unit.classSizes(year).length > 0);
      if (taught.length === 0) continue;
      const norm = taught.reduce((sum, unit) => {
        const { studentsPerPost, postsPerClass } = norms[unit.stage];
        return sum + Math.max(unit.students(year) / studentsPerPost, unit.classSizes(year).length * postsPerClass);
      }, 0);
      yield {
        schoolId: school.id,
        countyCode: plan.code,
        year,
        posts: Math.max(1, Math.round(norm * deviation)),
        origin: "SYNTHETIC",
      };
    }
  }
}
