import { input, type Formula } from "../indicators/formula.js";
import type { FigureDimensions, FigureRule, MeasureQuery } from "./figure.js";
import type { Where } from "./stage-filter.js";

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
