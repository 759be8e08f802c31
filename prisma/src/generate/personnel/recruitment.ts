import type { Random } from "../random.js";
import { isFixed, type HireChannel, type PersonnelCalibration, type Recruitment } from "./calibrations/calibration.js";
import type { CareerInput, Roster } from "./career-input.js";
import type { StaffingNeed } from "./staffing-need.js";
import type { TeachingUnit } from "./units.js";

/** The channel a unit fills a vacancy through when no document says how; private schools hire for themselves. */
export function usualChannel(
  calibration: PersonnelCalibration,
  unit: TeachingUnit,
  year: number,
  random: Random,
): HireChannel {
  if (!unit.isPublic || isFixed(calibration.recruitmentsFixed, year)) return "SCHOOL_HIRED";
  const chance = random.next();
  if (chance < 0.12) return "SCHOOL_HIRED";
  if (unit.isRural && (unit.stage === "PRIMARY" || unit.stage === "JUNIOR") && chance < 0.55) return "SPECIAL_POST";
  if (unit.stage === "SENIOR_GENERAL" && chance < 0.3) return "TALENT";
  return chance > 0.95 ? "FREE_NORMAL" : "OPEN";
}

/** Places those a document says were recruited in the year: where most are missing first, then by size. */
export function placeRecruits(
  { units, calibration, office }: CareerInput,
  roster: Roster,
  { year, need, random }: { readonly year: number; readonly need: StaffingNeed; readonly random: Random },
): void {
  for (const line of calibration.recruitments.filter((candidate) => candidate.year === year)) {
    for (let index = 0; index < line.count; index += 1) {
      const unit = pickUnit(candidatesFor(line, index, units, need), random, (candidate) => {
        const missing = (need.get(candidate.key) ?? 0) - (roster.get(candidate.key)?.length ?? 0);
        return missing > 0 ? 1000 * missing : (need.get(candidate.key) ?? 0);
      });
      roster.get(unit.key)?.push(office.recruit(unit, line.channel, year));
    }
  }
}

/** Public units of the line's stage that teach in the year; the first `rural` recruits go to rural ones, the others do not. */
export function candidatesFor(
  line: Recruitment,
  index: number,
  units: readonly TeachingUnit[],
  need: StaffingNeed,
): readonly TeachingUnit[] {
  const fitting = units.filter(
    (unit) =>
      unit.isPublic &&
      need.has(unit.key) &&
      (line.stage === undefined ? unit.stage !== "PRESCHOOL" && unit.stage !== "SPECIAL" : unit.stage === line.stage) &&
      (line.rural === undefined || unit.isRural === index < line.rural),
  );
  if (fitting.length === 0) {
    throw new RangeError(
      `Recruits of ${line.year} through ${line.channel}: found no school for them; expected a public school of their stage`,
    );
  }
  return fitting;
}

/** Picks a unit by weight. */
export function pickUnit(
  units: readonly TeachingUnit[],
  random: Random,
  weightOf: (unit: TeachingUnit) => number,
): TeachingUnit {
  const total = units.reduce((sum, unit) => sum + weightOf(unit), 0);
  let left = random.next() * total;
  const picked = units.find((unit) => (left -= weightOf(unit)) < 0);
  return picked ?? random.pick(units);
}
