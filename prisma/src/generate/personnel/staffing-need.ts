import type { CountyPlan, StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { PersonnelCalibration } from "./calibrations/calibration.js";
import type { TeachingUnit } from "./units.js";

/** Full-time teachers each unit has on the census of a year, by unit key; a unit without classes is left out. */
export type StaffingNeed = ReadonlyMap<string, number>;

/**
 * Teachers of one class: so many for the class itself and so many more per student.
 * A class of 45 gives 14–15 students per teacher in primary and 10–11 in junior schools, a class of 15 about 9 and 7.
 */
const perClass: Readonly<Record<StageName, { readonly base: number; readonly perStudent: number }>> = {
  PRESCHOOL: { base: 0.6, perStudent: 0.045 },
  PRIMARY: { base: 0.94, perStudent: 0.048 },
  JUNIOR: { base: 0.92, perStudent: 0.075 },
  SENIOR_GENERAL: { base: 1.25, perStudent: 0.058 },
  SENIOR_VOCATIONAL: { base: 0.5, perStudent: 0.059 },
  SPECIAL: { base: 0.8, perStudent: 0.12 },
};

/** Works out the need of every census, so that the totals a document states come true. */
export function planStaffingNeeds(
  plan: CountyPlan,
  units: readonly TeachingUnit[],
  calibration: PersonnelCalibration,
): ReadonlyMap<number, StaffingNeed> {
  const random = plan.random("personnel/need");
  const luck = new Map(units.map((unit) => [unit.key, 0.94 + 0.14 * random.next()]));
  const naturalNeed = (unit: TeachingUnit, year: number): number => {
    const { base, perStudent } = perClass[unit.stage];
    const need = unit.classSizes(year).reduce((sum, size) => sum + base + perStudent * size, 0);
    return need * (luck.get(unit.key) ?? 1);
  };
  const scale = scaleOf(units, naturalNeed, calibration);

  return new Map(
    plan.years.map((year) => {
      const need = new Map<string, number>();
      for (const [stage, group] of Map.groupBy(units, (unit) => unit.stage)) {
        const taught = group.filter((unit) => unit.classSizes(year).length > 0);
        const weights = taught.map((unit) => naturalNeed(unit, year));
        const ratio = calibration.pupilsPerTeacher.findLast((line) => line.stage === stage && line.from <= year)?.ratio;
        const natural = weights.reduce((sum, weight) => sum + weight, 0) * (stage === "PRESCHOOL" ? 1 : scale);
        const students = taught.reduce((sum, unit) => sum + unit.students(year), 0);
        const parts = allocateAtLeastOne(Math.round(ratio === undefined ? natural : students / ratio), weights);
        taught.forEach((unit, index) => need.set(unit.key, parts[index] ?? 0));
      }
      if (calibration.teachers?.year === year)
        reachTotal(need, units, calibration.teachers.count - guestsOn(calibration, year));
      return [year, need];
    }),
  );
}

/** Kindergartens keep the usual need; the other stages grow or shrink together until the stated total is reached. */
function scaleOf(
  units: readonly TeachingUnit[],
  naturalNeed: (unit: TeachingUnit, year: number) => number,
  calibration: PersonnelCalibration,
): number {
  const { teachers } = calibration;
  if (teachers === undefined) return 1;
  const sumOf = (group: readonly TeachingUnit[]) =>
    group.reduce((sum, unit) => sum + naturalNeed(unit, teachers.year), 0);
  const [preschool = [], others = []] = [true, false].map((wanted) =>
    units.filter((unit) => (unit.stage === "PRESCHOOL") === wanted),
  );
  return (teachers.count - guestsOn(calibration, teachers.year) - sumOf(preschool)) / sumOf(others);
}

/** Guests come for one school year, so they are there on the census of the year they come in. */
function guestsOn(calibration: PersonnelCalibration, year: number): number {
  return calibration.guests.filter((guest) => guest.year === year).reduce((sum, guest) => sum + guest.count, 0);
}

function allocateAtLeastOne(total: number, weights: readonly number[]): number[] {
  const one = weights.map(() => 1);
  if (total <= weights.length) return one;
  const above = allocate(
    total - weights.length,
    weights.map((weight) => Math.max(weight - 1, 0.01)),
  );
  return one.map((value, index) => value + (above[index] ?? 0));
}

/** Rounding by stage leaves a few too many or too few: the largest units take the difference, one each in turn. */
function reachTotal(need: Map<string, number>, units: readonly TeachingUnit[], total: number): void {
  const largest = units
    .filter((unit) => unit.stage !== "PRESCHOOL" && (need.get(unit.key) ?? 0) > 4)
    .sort((left, right) => (need.get(right.key) ?? 0) - (need.get(left.key) ?? 0));
  let missing = total - [...need.values()].reduce((sum, count) => sum + count, 0);
  for (let index = 0; missing !== 0 && largest.length > 0; index += 1) {
    const unit = largest[index % largest.length];
    if (unit === undefined) break;
    need.set(unit.key, (need.get(unit.key) ?? 0) + Math.sign(missing));
    missing -= Math.sign(missing);
  }
}
