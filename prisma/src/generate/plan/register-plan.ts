import type { CountyPlan, PlannedSchool } from "../county-plan.js";
import type { CountyBlueprint, SchoolLine } from "./blueprint.js";

/** A planned school with what only its register needs to know. */
export interface RegisterSchool extends PlannedSchool {
  readonly line: SchoolLine;
  /** Ids of the school that takes its pupils on closing, and of the school a teaching point belongs to. */
  readonly successorId: string | null;
  readonly parentId: string | null;
  /** Whether the school is open on a day ('YYYY-MM-DD'). */
  isOpenOn(day: string): boolean;
  /** Students of a stage on the census of a year. */
  students(year: number, stage: PlannedSchool["stages"][number]): number;
}

/** A county plan with the blueprint it was made from. */
export interface RegisterPlan extends CountyPlan {
  readonly blueprint: CountyBlueprint;
  readonly schools: readonly RegisterSchool[];
}
