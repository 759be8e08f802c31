import { input, type Formula } from "../indicators/formula.js";
import type { FigureDimensions, FigureRule, MeasureQuery } from "./figure.js";

/** Which records of a measure count, by dimension. */
export type Where = NonNullable<MeasureQuery["where"]>;
type Years = NonNullable<MeasureQuery["years"]>;

/** One measure of the personnel records as an input of a formula. */
export const take = (measure: string, where: Where = {}, years?: Years): Formula<MeasureQuery> =>
  input({ owner: "personnel", measure, where, ...(years === undefined ? {} : { years }) });

/** A figure that is a formula. */
export const computed = (formula: Formula<MeasureQuery>): FigureRule => ({ kind: "computed", formula });

/** A figure that is one measure. */
export const counted =
  (measure: string, where: Where = {}) =>
  (): FigureRule =>
    computed(take(measure, where));

/** The census a figure's period ends with: for what is held at its end, like the number of teachers. */
export const atTheEnd = ({ yearTo }: FigureDimensions): Years => [yearTo, yearTo];

const stages: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["PRESCHOOL"],
  primary: ["PRIMARY"],
  junior: ["JUNIOR"],
  nine_year: ["PRIMARY", "JUNIOR"],
  senior: ["SENIOR_GENERAL"],
  vocational: ["SENIOR_VOCATIONAL"],
  special: ["SPECIAL"],
};

/** Filters by the document's word for the stage; "all" filters nothing. */
export const stageOf = ({ statedStage }: FigureDimensions): Where => {
  const stage = stages[statedStage];
  return stage === undefined ? {} : { stage };
};
