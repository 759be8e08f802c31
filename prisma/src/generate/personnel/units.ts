import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";

/** The part of a school that teaches one stage: where teachers are needed. */
export interface TeachingUnit {
  readonly key: string;
  readonly school: PlannedSchool;
  readonly stage: StageName;
  readonly isPublic: boolean;
  /** Outside the urban area; in a county without one, outside its towns. */
  readonly isRural: boolean;
  /** Sizes of the classes on the census of a year. */
  classSizes(year: number): readonly number[];
  students(year: number): number;
}

/** The teaching units of a county, in the order of its schools and their stages. */
export function teachingUnits(plan: CountyPlan): TeachingUnit[] {
  const hasUrbanArea = plan.schools.some((school) => school.urbanRural === "URBAN");
  return plan.schools.flatMap((school) =>
    school.stages.map((stage): TeachingUnit => {
      const sizes = new Map<number, readonly number[]>();
      const classSizes = (year: number): readonly number[] => {
        const known = sizes.get(year) ?? school.classes(year, stage).map((group) => group.students);
        sizes.set(year, known);
        return known;
      };
      return {
        key: `${school.id}/${stage}`,
        school,
        stage,
        isPublic: school.ownership === "PUBLIC",
        isRural: hasUrbanArea ? school.urbanRural !== "URBAN" : school.urbanRural === "RURAL",
        classSizes,
        students: (year) => classSizes(year).reduce((sum, size) => sum + size, 0),
      };
    }),
  );
}
