import type { FigureDimensions, MeasureQuery, Outcome } from "@hub/schema";
import { evaluate, figureRule, inWords, inputsOf, measureKey } from "@hub/schema";

/** How a published figure compares with the records. */
export type FigureVerdict = "EQUAL" | "ROUNDED" | "CONSISTENT" | "DIFFERS" | "NOT_COMPUTABLE";

/** A published figure as the check needs it. */
export interface CheckedFigure extends FigureDimensions {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: string;
  readonly kind: string;
}

export interface FigureCheckResult {
  readonly verdict: FigureVerdict;
  readonly reason: { readonly en: string; readonly zh: string } | null;
  readonly value: number | null;
  /** The value at the published number of decimals, as text. */
  readonly rounded: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly difference: number | null;
  readonly formula: string | null;
  readonly measures: readonly { readonly name: string; readonly value: number | null }[];
}

/** Yuan in one 万元, the unit documents print money in. */
const YUAN_PER_10K = 10_000;

/** Below this a difference is binary arithmetic, not data. */
const EXACT = 1e-9;

const NOT_MEASURED = {
  en: "The document states a target, plan or norm here, not a measurement.",
  zh: "文件此处为目标、计划或标准，而非实测值。",
};

const NO_RECORDS = {
  en: "The records hold nothing for this county and period.",
  zh: "该县该时段没有相应记录。",
};

/** Holds a published figure against the measures its owners took. */
export function checkFigure(figure: CheckedFigure, measures: ReadonlyMap<string, number | null>): FigureCheckResult {
  const rule = figureRule(figure);
  if (figure.kind !== "measured") return notComputable(NOT_MEASURED);
  if (rule.kind === "not-computable") return notComputable(rule.reason);

  const valueOf = (query: MeasureQuery) => measures.get(measureKey(query)) ?? null;
  const outcome = evaluate(rule.formula, valueOf, measureKey);
  const unitSize = rule.unitSize ?? (figure.unit === "CNY_10k" ? YUAN_PER_10K : 1);
  const taken = {
    formula: inWords(rule.formula, measureKey),
    measures: inputsOf(rule.formula).map((query) => ({ name: measureKey(query), value: valueOf(query) })),
  };
  if (outcome.value === null) return { ...notComputable(NO_RECORDS), ...taken };
  return { ...compared(figure, outcome, outcome.value / unitSize), ...taken, reason: null };
}

function compared(figure: CheckedFigure, { numerator, denominator }: Outcome, value: number) {
  const published = Number(figure.value);
  const decimals = figure.value.split(".")[1]?.length ?? 0;
  // Half a unit in the last place, computed decimally: 61.925 rounds up as a person would.
  const rounded = (Math.round((value + Math.sign(value) * EXACT) * 10 ** decimals) / 10 ** decimals).toFixed(decimals);
  const verdict = verdictOf(figure.qualifier, published, value, Number(rounded));
  return { verdict, value, rounded, numerator, denominator, difference: value - published };
}

function verdictOf(qualifier: string, published: number, value: number, rounded: number): FigureVerdict {
  const tenth = Math.abs(published) * 0.1;
  switch (qualifier) {
    case "more_than":
    case "at_least":
      return value >= published - EXACT ? "CONSISTENT" : "DIFFERS";
    case "nearly":
      return value <= published + EXACT && value >= published - tenth ? "CONSISTENT" : "DIFFERS";
    case "approx":
      return Math.abs(value - published) <= tenth ? "CONSISTENT" : "DIFFERS";
    default:
      if (Math.abs(value - published) <= EXACT * Math.max(1, Math.abs(published))) return "EQUAL";
      return rounded === published ? "ROUNDED" : "DIFFERS";
  }
}

function notComputable(reason: { readonly en: string; readonly zh: string }): FigureCheckResult {
  return {
    verdict: "NOT_COMPUTABLE",
    reason,
    value: null,
    rounded: null,
    numerator: null,
    denominator: null,
    difference: null,
    formula: null,
    measures: [],
  };
}
