import type { StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { CareerInput } from "./career-input.js";
import { censusOf, spellOn } from "./staff-member.js";

/** Students per approved post (中央编办发〔2014〕72号 for primary, junior and senior) and the fewest posts a class needs. */
const norms: Readonly<Record<StageName, { readonly studentsPerPost: number; readonly postsPerClass: number }>> = {
  PRESCHOOL: { studentsPerPost: 7.5, postsPerClass: 2 },
  PRIMARY: { studentsPerPost: 19, postsPerClass: 1.6 },
  JUNIOR: { studentsPerPost: 13.5, postsPerClass: 2.7 },
  SENIOR_GENERAL: { studentsPerPost: 12.5, postsPerClass: 3.2 },
  SENIOR_VOCATIONAL: { studentsPerPost: 15, postsPerClass: 2.4 },
  SPECIAL: { studentsPerPost: 4, postsPerClass: 2 },
};

/** Permanent staff of the first census as a share of the county's approved posts. */
const occupied = 0.97;

/**
 * The rows of `staffing_quota`: the county's posts, whose number is frozen, handed out to its public schools every
 * year in proportion to the norm, a little more or less. So fewer students leave posts, more students leave gaps.
 */
export function* quotaRows({ plan, units, office }: CareerInput) {
  const random = plan.random("personnel/quotas");
  const bySchool = [
    ...Map.groupBy(
      units.filter((unit) => unit.isPublic),
      (unit) => unit.school,
    ),
  ];
  const deviations = bySchool.map(() => 0.94 + 0.12 * random.next());
  const firstCensus = censusOf(plan.years[0] ?? 0);
  const permanent = office.members.filter(
    (member) => member.employment === "PERMANENT" && spellOn(member, firstCensus)?.unit.isPublic === true,
  );
  const posts = Math.round(permanent.length / occupied);

  for (const year of plan.years) {
    const weights = bySchool.map(([, own], index) =>
      own.reduce((sum, unit) => {
        const { studentsPerPost, postsPerClass } = norms[unit.stage];
        const norm = Math.max(unit.students(year) / studentsPerPost, unit.classSizes(year).length * postsPerClass);
        return sum + norm * (deviations[index] ?? 1);
      }, 0),
    );
    const parts = allocate(posts, weights);
    for (const [index, [school]] of bySchool.entries()) {
      if ((weights[index] ?? 0) === 0) continue;
      yield { schoolId: school.id, countyCode: plan.code, year, posts: parts[index] ?? 0, origin: "SYNTHETIC" };
    }
  }
}
