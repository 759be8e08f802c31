import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import { nutritionSchoolIds } from "./calibration/programme-totals.js";
import { pupilsIn, schoolsOf } from "./school-pools.js";

/** Pupils who eat at a school under the programme in a year. */
export interface NutritionShare {
  readonly school: PlannedSchool;
  readonly stage: StageName;
  readonly pupils: number;
}

/**
 * The township schools of the programme, each with its part of the year's pupils, booked under its larger stage.
 *
 * They also cook for the small village schools and teaching points of their township, so more eat than are enrolled.
 */
export function nutritionShares(plan: CountyPlan, year: number, pupils: number): NutritionShare[] {
  const ids = nutritionSchoolIds[plan.code] ?? [];
  const cooking = plan.schools.filter((school) => ids.includes(school.id));
  const fed = schoolsOf(plan, "RURAL_SCHOOLS", year).filter((school) => !ids.includes(school.id));
  const weights = cooking.map((school) => {
    const neighbours = cooking.filter((other) => other.townshipCode === school.townshipCode).length;
    const guests = fed.filter((other) => other.townshipCode === school.townshipCode);
    return (
      compulsory(plan, school, year) +
      guests.reduce((sum, guest) => sum + compulsory(plan, guest, year), 0) / neighbours
    );
  });
  const people = allocate(pupils, weights);
  return cooking.map((school, index) => ({
    school,
    stage: pupilsIn(plan, school, year, "JUNIOR") > pupilsIn(plan, school, year, "PRIMARY") ? "JUNIOR" : "PRIMARY",
    pupils: people[index] ?? 0,
  }));
}

function compulsory(plan: CountyPlan, school: PlannedSchool, year: number): number {
  return pupilsIn(plan, school, year, "PRIMARY") + pupilsIn(plan, school, year, "JUNIOR");
}
