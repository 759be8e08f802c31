import type { StageName } from "../county-plan.js";
import { createRandom } from "../random.js";
import { allocate } from "./allocate.js";
import type { CountyBlueprint, SchoolLine } from "./blueprint.js";
import { classLimits, gradesOf, stagesOf, usualWeight } from "./school-types.js";

/** Whether a school is open on a day; opening counts, closing does not. */
export function isOpenOn({ opened, closed }: SchoolLine, day: string): boolean {
  return (opened === undefined || opened <= day) && (closed === undefined || closed > day);
}

/** Students of every school by key, for one stage and census: the blueprint's totals, shared out by weight. */
export function pupilsBySchool(
  blueprint: CountyBlueprint,
  stage: StageName,
  year: number,
): ReadonlyMap<string, number> {
  const { trend, byOwnership } = blueprint.pupils[stage];
  const census = `${year}-09-01`;
  const teaching = blueprint.schools.filter(
    (line) => stagesOf(line.type).includes(stage) && (line.stageSince?.[stage] ?? census) <= census,
  );
  const inherited = Map.groupBy(
    teaching.filter((line) => line.successor !== undefined && !isOpenOn(line, census)),
    (line) => line.successor,
  );
  const weightOf = (line: SchoolLine): number => {
    const chance = 0.8 + 0.4 * createRandom(`${blueprint.code}/${line.key}/size`).next();
    const own = (line.weight ?? usualWeight(line.type)) * chance * gradesOf(stage, line.type).length;
    return (inherited.get(line.key) ?? []).reduce((sum, former) => sum + weightOf(former), own);
  };
  const students = new Map<string, number>();
  for (const [ownership, base] of Object.entries(byOwnership)) {
    const open = teaching.filter((line) => (line.ownership ?? "PUBLIC") === ownership && isOpenOn(line, census));
    const total = Math.round(base * trend ** (year - blueprint.baseYear));
    const parts = allocate(total, open.map(weightOf));
    open.forEach((line, index) => students.set(line.key, parts[index] ?? 0));
  }
  return students;
}

/** What a school teaches on the census of a year. */
interface TaughtStage {
  readonly stage: StageName;
  readonly year: number;
  readonly students: number;
}

/** Sizes of the classes of a school: as few as its limit allows, as equal as they can be. */
export function classesOf(countyCode: string, line: SchoolLine, taught: TaughtStage) {
  const limit = line.classLimit ?? classLimits[taught.stage];
  return pupilsByGrade(countyCode, line, taught).flatMap(({ grade, students }) =>
    allocate(students, Array<number>(Math.ceil(students / limit)).fill(1)).map((size, index) => ({
      grade,
      number: index + 1,
      students: size,
    })),
  );
}

// A cohort keeps its relative size as it moves up.
function pupilsByGrade(countyCode: string, line: SchoolLine, { stage, year, students }: TaughtStage) {
  if (students === 0) return [];
  const grades = gradesOf(stage, line.type);
  const weights = grades.map((grade) => {
    const entryYear = year - grade + 1;
    return 0.9 + 0.2 * createRandom(`${countyCode}/${line.key}/${stage}/${entryYear}`).next();
  });
  const parts = allocate(students, weights);
  return grades.map((grade, index) => ({ grade, students: parts[index] ?? 0 }));
}
