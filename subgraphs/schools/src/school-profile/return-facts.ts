/** A filed return as the database keeps it ready: its origin, then stage, students, classes, students of the largest class. */
export type ReturnFacts = readonly [
  origin: string,
  stages: readonly (readonly [stage: string, students: number, classes: number, largestClass: number])[],
];

/** One stage taught at one school in one year. */
export interface StageCount {
  readonly stage: string;
  readonly students: number;
  readonly classes: number;
  readonly largestClass: number;
}

/** The stages of a return in their order. */
export function stagesTaught([, stages]: ReturnFacts): StageCount[] {
  return stages.map(([stage, students, classes, largestClass]) => ({ stage, students, classes, largestClass }));
}
