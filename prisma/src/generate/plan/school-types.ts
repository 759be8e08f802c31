import type { StageName } from "../county-plan.js";

/** Stages a school of a GB/T 33782 type teaches. */
const stagesByType: Readonly<Record<string, readonly StageName[]>> = {
  "111": ["PRESCHOOL"],
  "211": ["PRIMARY"],
  "218": ["PRIMARY"],
  "311": ["JUNIOR"],
  "312": ["PRIMARY", "JUNIOR"],
  "341": ["JUNIOR", "SENIOR_GENERAL"],
  "342": ["SENIOR_GENERAL"],
  "365": ["SENIOR_VOCATIONAL"],
  "514": ["SPECIAL"],
};

/** Throws a RangeError for a type the generator does not know. */
export function stagesOf(type: string): readonly StageName[] {
  const stages = stagesByType[type];
  if (stages === undefined) {
    throw new RangeError(`School type: found "${type}"; expected one of ${Object.keys(stagesByType).join(", ")}`);
  }
  return stages;
}

/** Grades of a stage; a teaching point keeps only the lowest three. */
export function gradesOf(stage: StageName, type: string): readonly number[] {
  if (type === "218") return [1, 2, 3];
  const last = { PRESCHOOL: 3, PRIMARY: 6, JUNIOR: 3, SENIOR_GENERAL: 3, SENIOR_VOCATIONAL: 3, SPECIAL: 9 }[stage];
  return Array.from({ length: last }, (_, index) => index + 1);
}

/** Students of a usual class of a stage before another one is opened. */
export const classLimits: Readonly<Record<StageName, number>> = {
  PRESCHOOL: 30,
  PRIMARY: 45,
  JUNIOR: 50,
  SENIOR_GENERAL: 54,
  SENIOR_VOCATIONAL: 48,
  SPECIAL: 12,
};

/** How large a school of a type usually is beside a town's centre school. */
export function usualWeight(type: string): number {
  return { "218": 0.08, "312": 0.8 }[type] ?? 1;
}
