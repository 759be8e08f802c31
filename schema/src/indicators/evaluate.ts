import type { Formula } from "./formula.js";
import { inputsOf } from "./formula.js";

/** Why a value is there or not: missing and zero are different outcomes. */
export type OutcomeStatus = "OK" | "MISSING_INPUT" | "ZERO_DENOMINATOR" | "NOT_APPLICABLE";

/** A computed number with the parts it was made of; null where the part is not known. */
export interface Outcome {
  readonly status: OutcomeStatus;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Names of inputs that were missing; empty when the status is OK. */
  readonly missing: readonly string[];
}

/** Evaluates a formula whose inputs are all known; null where a denominator is zero. */
function compute<I>(formula: Formula<I>, valueOf: (of: I) => number): number | null {
  switch (formula.kind) {
    case "input":
      return valueOf(formula.input);
    case "constant":
      return formula.value;
    case "sum": {
      const terms = formula.terms.map((term) => compute(term, valueOf));
      return terms.includes(null) ? null : terms.reduce<number>((total, term) => total + (term ?? Number.NaN), 0);
    }
    case "difference": {
      const from = compute(formula.from, valueOf);
      const less = compute(formula.less, valueOf);
      return from === null || less === null ? null : from - less;
    }
    case "ratio": {
      const numerator = compute(formula.numerator, valueOf);
      const denominator = compute(formula.denominator, valueOf);
      if (numerator === null || denominator === null || denominator === 0) return null;
      return (formula.per * numerator) / denominator;
    }
  }
}

/**
 * Evaluates a formula over known and unknown inputs.
 *
 * A formula that is not a ratio has its value as numerator and no denominator.
 */
export function evaluate<I>(
  formula: Formula<I>,
  valueOf: (of: I) => number | null,
  nameOf: (of: I) => string,
): Outcome {
  const missing = inputsOf(formula)
    .filter((of) => valueOf(of) === null)
    .map(nameOf);
  if (missing.length > 0) return { status: "MISSING_INPUT", value: null, numerator: null, denominator: null, missing };

  const known = (of: I) => valueOf(of) ?? Number.NaN;
  const value = compute(formula, known);
  const numerator = formula.kind === "ratio" ? compute(formula.numerator, known) : value;
  const denominator = formula.kind === "ratio" ? compute(formula.denominator, known) : null;
  return { status: value === null ? "ZERO_DENOMINATOR" : "OK", value, numerator, denominator, missing: [] };
}
