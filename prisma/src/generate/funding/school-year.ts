import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";
import { isOpenIn } from "./school-pools.js";

/** A stage of a school in a calendar year, as its money sees it. */
export interface SchoolYear {
  readonly school: PlannedSchool;
  readonly stage: StageName;
  readonly year: number;
  readonly pupils: number;
  readonly classes: number;
  /** Months of the calendar year the stage is taught. */
  readonly months: number;
}

/**
 * The stages a school teaches in a calendar year, sized by the census of that September.
 *
 * A school that closed during the year has its last census instead, for the months it was open; it costs money although
 * it has no pupils in September.
 */
export function schoolYears(plan: CountyPlan, year: number): SchoolYear[] {
  return plan.schools
    .filter((school) => isOpenIn(school, year))
    .flatMap((school) => school.stages.map((stage) => schoolYear(school, stage, year)))
    .filter(({ pupils }) => pupils > 0);
}

function schoolYear(school: PlannedSchool, stage: StageName, year: number): SchoolYear {
  const counted = school.classes(year, stage);
  const groups = counted.length > 0 ? counted : closesIn(school, year) ? school.classes(year - 1, stage) : [];
  return {
    school,
    stage,
    year,
    pupils: groups.reduce((sum, group) => sum + group.students, 0),
    classes: groups.length,
    months: closesIn(school, year)
      ? monthOf(school.closedOn) - 1
      : opensIn(school, year)
        ? 13 - monthOf(school.openedOn)
        : 12,
  };
}

const closesIn = (school: PlannedSchool, year: number) => school.closedOn?.startsWith(`${year}-`) ?? false;
const opensIn = (school: PlannedSchool, year: number) => school.openedOn?.startsWith(`${year}-`) ?? false;
const monthOf = (day: string | null) => Number(day?.slice(5, 7) ?? 1);
