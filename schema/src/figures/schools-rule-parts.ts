import type { Formula } from "../indicators/formula.js";
import { input, ratio } from "../indicators/formula.js";
import type { FigureDimensions, FigureRule, MeasureQuery } from "./figure.js";
import type { Where } from "./stage-filter.js";

/** The register's ownerships behind a document's word. */
const ownershipsByWord: Readonly<Record<string, readonly string[]>> = {
  public: ["PUBLIC"],
  private: ["INCLUSIVE_PRIVATE", "OTHER_PRIVATE", "UNLICENSED"],
  inclusive_private: ["INCLUSIVE_PRIVATE"],
};

/** Filters a measure by the ownership a figure states. */
export function ofOwnership({ statedOwnership }: FigureDimensions): Where {
  const ownerships = ownershipsByWord[statedOwnership];
  return ownerships === undefined ? {} : { ownership: ownerships };
}

/** Something that happened within the figure's years: their records add up. */
export function flow(measure: string, where: Where = {}): Formula<MeasureQuery> {
  return input({ owner: "schools", measure, where });
}

/**
 * Something that stands on a census day, 1 September: in a figure of one year that year's, in one of a school year
 * ("2021–2022") the one it begins with, in one of a longer period the last.
 */
export function stock(figure: FigureDimensions, measure: string, where: Where = {}): Formula<MeasureQuery> {
  const census = figure.yearTo - figure.yearFrom === 1 ? figure.yearFrom : figure.yearTo;
  return input({ owner: "schools", measure, where, years: [census, census] });
}

export function computed(formula: Formula<MeasureQuery>): FigureRule {
  return { kind: "computed", formula };
}

export function percent(numerator: Formula<MeasureQuery>, denominator: Formula<MeasureQuery>): FigureRule {
  return computed(ratio(numerator, denominator, { per: 100 }));
}

export function notComputable(en: string, zh: string): () => FigureRule {
  return () => ({ kind: "not-computable", reason: { en, zh } });
}
