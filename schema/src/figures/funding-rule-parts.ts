import type { Formula } from "../indicators/formula.js";
import { input } from "../indicators/formula.js";
import type { FigureRule, MeasureQuery } from "./figure.js";
import type { Where } from "./stage-filter.js";

type Years = NonNullable<MeasureQuery["years"]>;

/** Yuan in 万元, the unit documents publish money in. */
const TEN_THOUSAND = 10_000;

/** One measure of the funding records as an input of a formula. */
export function fundingInput(measure: string, where: Where, years?: Years): Formula<MeasureQuery> {
  return input({ owner: "funding", measure, where, ...(years === undefined ? {} : { years }) });
}

/** A figure that is one measure of the funding records, in the unit the records use. */
export function counted(measure: string) {
  return (where: Where): FigureRule => ({ kind: "computed", formula: fundingInput(measure, where) });
}

/** A figure in 万元 that is one sum of yuan over the funding records. */
export function tenThousandYuan(measure: string) {
  return (where: Where, years?: Years): FigureRule => ({
    kind: "computed",
    formula: fundingInput(measure, where, years),
    unitSize: TEN_THOUSAND,
  });
}

/** Figures that share every dimension and differ only in the project they mean: no rule can tell them apart. */
export const oneOfSeveral: FigureRule = {
  kind: "not-computable",
  reason: {
    en: "Several figures of this name, stage and period differ only in the project they mean, which the figure does not name.",
    zh: "同名、同学段、同时期有多个数字，仅所指项目不同，数字本身未指明项目。",
  },
};
