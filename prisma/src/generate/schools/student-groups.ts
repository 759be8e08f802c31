import type { StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { createRandom } from "../random.js";
import { groupShares, groupTotals, statedGroups } from "./calibration/student-groups.js";
import { onLine } from "./provenance.js";
import { valueInYear } from "./year-value.js";

const compulsory: readonly StageName[] = ["PRIMARY", "JUNIOR"];

/** Groups a county counts as a whole, and which schools have more of them. */
const pulls: Readonly<Record<string, Readonly<Record<RegisterSchool["urbanRural"], number>>>> = {
  LEFT_BEHIND: { URBAN: 0.3, TOWN: 0.7, RURAL: 2 },
  MIGRANT: { URBAN: 2, TOWN: 1.2, RURAL: 0.3 },
  DISABLED_MAINSTREAMED: { URBAN: 1, TOWN: 1, RURAL: 1 },
  DISABLED_HOME_TEACHING: { URBAN: 0.8, TOWN: 1, RURAL: 1.2 },
};

/** Students of a group in the compulsory stages of a county on the census of a year. */
export function groupTotal(plan: RegisterPlan, group: string, year: number): number {
  const known = groupTotals[plan.code]?.find((totals) => totals.group === group);
  if (known !== undefined) return valueInYear(known.byYear, year) ?? 0;
  const students = plan.schools.flatMap((school) => compulsory.map((stage) => school.students(year, stage)));
  return Math.round(students.reduce((sum, count) => sum + count, 0) * (groupShares[group] ?? 0));
}

/** Rows of `enrolment_group`: every school with a return says how many, and zero is said too. */
export function* groupRows(plan: RegisterPlan) {
  for (const year of plan.years) {
    const places = plan.schools
      .filter((school) => school.filedReturn(year))
      .flatMap((school) => school.stages.map((stage) => ({ school, stage, students: school.students(year, stage) })))
      .filter(({ students }) => students > 0);
    const row = ({ school, stage }: (typeof places)[number], group: string, students: number) => ({
      schoolId: school.id,
      countyCode: plan.code,
      year,
      stage,
      group,
      students,
      ...onLine(plan, lineOf(plan, school, { year, group })),
    });

    for (const place of places) {
      const { school, stage, students } = place;
      yield row(place, "FEMALE", Math.round(students * (0.45 + 0.05 * createRandom(`${school.id}/female`).next())));
      if (stage === "PRESCHOOL") continue;
      yield row(place, "BOARDERS", school.boarding ? Math.round(students * boardingShare(stage, school.id)) : 0);
      yield row(place, "REGISTERED_POOR", Math.round(students * (school.urbanRural === "RURAL" ? 0.11 : 0.04)));
      if (stage === "SPECIAL") yield row(place, "DISABLED_SPECIAL_SCHOOL", students);
    }
    const taught = places.filter(({ stage }) => compulsory.includes(stage));
    for (const [group, pull] of Object.entries(pulls)) {
      const parts = allocate(
        groupTotal(plan, group, year),
        taught.map(({ school, students }) => students * pull[school.urbanRural]),
      );
      for (const [index, place] of taught.entries()) yield row(place, group, parts[index] ?? 0);
    }
  }
}

function lineOf(
  plan: RegisterPlan,
  { namedId }: RegisterSchool,
  of: { readonly year: number; readonly group: string },
): number | null {
  const stated = statedGroups.find(
    ({ county, school, year, group }) =>
      county === plan.code && school === namedId && year === of.year && group === of.group,
  );
  return stated?.line ?? null;
}

function boardingShare(stage: StageName, id: string): number {
  const usual = stage === "PRIMARY" ? 0.25 : stage === "SPECIAL" ? 0.6 : stage === "JUNIOR" ? 0.5 : 0.8;
  return usual * (0.8 + 0.4 * createRandom(`${id}/boarding`).next());
}
