import type { Stage } from "../enums/stage.enum.js";
import type { Outcome } from "./evaluate.js";
import type { Formula } from "./formula.js";
import type { FactColumn, Indicator, Threshold } from "./indicator.js";

/** A value held against a limit. */
export interface ThresholdCheck {
  readonly threshold: Threshold;
  /** Null when there is no value to hold against it. */
  readonly met: boolean | null;
  /** How much the numerator lacks (or exceeds) for the limit to be met: whole heads, rounded up; 0 when met. */
  readonly gap: number | null;
}

/** The limits in force for a stage and year, each with the verdict on the unrounded value. */
export function checkThresholds(
  indicator: Indicator,
  stage: Stage | null,
  year: number,
  outcome: Outcome,
): readonly ThresholdCheck[] {
  const formula = indicator.formula(stage);
  return indicator.thresholds
    .filter((threshold) => (threshold.stage === null || threshold.stage === stage) && threshold.since <= year)
    .map((threshold) => check(threshold, formula, outcome));
}

function check(threshold: Threshold, formula: Formula<FactColumn> | null, outcome: Outcome): ThresholdCheck {
  const { value, numerator, denominator } = outcome;
  if (value === null || numerator === null) return { threshold, met: null, gap: null };
  const { comparison, value: limit } = threshold;
  const met = comparison === "AT_LEAST" ? value >= limit : value <= limit;
  if (met || formula?.kind !== "ratio" || denominator === null) return { threshold, met, gap: met ? 0 : null };
  // A hair less than the exact gap keeps 80 % of 10 from rounding up to 9 by a binary fraction.
  return { threshold, met, gap: Math.ceil(Math.abs((limit * denominator) / formula.per - numerator) - 1e-9) };
}
