import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";

/** Which schools a project or a programme may reach. */
export type SchoolPool =
  | "SCHOOLS"
  | "PUBLIC_SCHOOLS"
  | "FULL_PUBLIC_SCHOOLS"
  | "RURAL_SCHOOLS"
  | "TOWNSHIP_SCHOOLS"
  | "PUBLIC_KINDERGARTENS"
  | "INCLUSIVE_KINDERGARTENS"
  | "SENIOR_GENERAL"
  | "SENIOR_VOCATIONAL"
  | "ALL";

/** A teaching point (教学点) of GB/T 33782: too small to be built for. */
const TEACHING_POINT = "218";

const teaches = (school: PlannedSchool, ...stages: readonly StageName[]) =>
  stages.some((stage) => school.stages.includes(stage));
const beyondKindergarten = (school: PlannedSchool) => school.stages.some((stage) => stage !== "PRESCHOOL");

const belongs: Readonly<Record<SchoolPool, (school: PlannedSchool) => boolean>> = {
  ALL: () => true,
  SCHOOLS: beyondKindergarten,
  PUBLIC_SCHOOLS: (school) => school.ownership === "PUBLIC" && beyondKindergarten(school),
  FULL_PUBLIC_SCHOOLS: (school) =>
    school.ownership === "PUBLIC" && beyondKindergarten(school) && school.typeCode !== TEACHING_POINT,
  RURAL_SCHOOLS: (school) =>
    school.ownership === "PUBLIC" && school.urbanRural === "RURAL" && teaches(school, "PRIMARY", "JUNIOR"),
  TOWNSHIP_SCHOOLS: (school) =>
    school.ownership === "PUBLIC" && school.urbanRural !== "URBAN" && teaches(school, "PRIMARY", "JUNIOR"),
  PUBLIC_KINDERGARTENS: (school) => school.ownership === "PUBLIC" && teaches(school, "PRESCHOOL"),
  INCLUSIVE_KINDERGARTENS: (school) => school.ownership === "INCLUSIVE_PRIVATE" && teaches(school, "PRESCHOOL"),
  SENIOR_GENERAL: (school) => teaches(school, "SENIOR_GENERAL"),
  SENIOR_VOCATIONAL: (school) => teaches(school, "SENIOR_VOCATIONAL"),
};

/** True when the school is open for at least a part of the calendar year. */
export function isOpenIn(school: PlannedSchool, year: number): boolean {
  return (school.openedOn ?? "") <= `${year}-12-31` && (school.closedOn ?? "9999") > `${year}-01-01`;
}

/** The schools of a pool that are open through the whole span of years, in the plan's order. */
export function schoolsOf(plan: CountyPlan, pool: SchoolPool, from: number, to: number = from): PlannedSchool[] {
  return plan.schools.filter((school) => belongs[pool](school) && isOpenIn(school, from) && isOpenIn(school, to));
}

/** Pupils of a stage in the year; in a year before the first census those of the first, after the last those of the last. */
export function pupilsIn(plan: CountyPlan, school: PlannedSchool, year: number, stage: StageName): number {
  const census = Math.min(Math.max(year, plan.years[0] ?? year), plan.years.at(-1) ?? year);
  return school.classes(census, stage).reduce((sum, group) => sum + group.students, 0);
}

/** Pupils of a school over all its stages. */
export function allPupilsIn(plan: CountyPlan, school: PlannedSchool, year: number): number {
  return school.stages.reduce((sum, stage) => sum + pupilsIn(plan, school, year, stage), 0);
}

/** The stage most pupils of the school are in: what a payment to the school as a whole is booked under. */
export function mainStage(plan: CountyPlan, school: PlannedSchool, year: number): StageName | null {
  const bySize = [...school.stages].sort(
    (left, right) => pupilsIn(plan, school, year, right) - pupilsIn(plan, school, year, left),
  );
  return bySize[0] ?? null;
}
