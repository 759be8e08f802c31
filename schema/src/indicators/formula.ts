/**
 * A formula is a value: it is walked to list its inputs, to evaluate them and to print it in words.
 * Nothing about a number is written twice. `I` says what an input is: a column of a fact table, or a measure.
 */
export type Formula<I> =
  | { readonly kind: "input"; readonly input: I }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "sum"; readonly terms: readonly Formula<I>[] }
  | { readonly kind: "difference"; readonly from: Formula<I>; readonly less: Formula<I> }
  | {
      readonly kind: "ratio";
      readonly numerator: Formula<I>;
      readonly denominator: Formula<I>;
      /** 1 for a plain ratio, 100 for a percentage or "per hundred". */
      readonly per: number;
    };

export const input = <I>(of: I): Formula<I> => ({ kind: "input", input: of });

/** A number of the rule itself, for example the 19 pupils a primary post stands for. */
export const constant = (value: number): Formula<never> => ({ kind: "constant", value });

export const sum = <I>(...terms: readonly Formula<I>[]): Formula<I> => ({ kind: "sum", terms });

export const difference = <I>(from: Formula<I>, less: Formula<I>): Formula<I> => ({ kind: "difference", from, less });

export const ratio = <I>(
  numerator: Formula<I>,
  denominator: Formula<I>,
  { per = 1 }: { readonly per?: number } = {},
): Formula<I> => ({ kind: "ratio", numerator, denominator, per });

/** Formulas are few and asked often. */
const inputsByFormula = new WeakMap<Formula<unknown>, readonly unknown[]>();

/** The inputs a formula reads, each once, in the order of reading. */
export function inputsOf<I>(formula: Formula<I>): readonly I[] {
  const known = inputsByFormula.get(formula);
  if (known !== undefined) return known as readonly I[];
  const inputs = findInputs(formula);
  inputsByFormula.set(formula, inputs);
  return inputs;
}

function findInputs<I>(formula: Formula<I>): readonly I[] {
  switch (formula.kind) {
    case "input":
      return [formula.input];
    case "constant":
      return [];
    case "sum":
      return [...new Set(formula.terms.flatMap((term) => inputsOf(term)))];
    case "difference":
      return [...new Set([...inputsOf(formula.from), ...inputsOf(formula.less)])];
    case "ratio":
      return [...new Set([...inputsOf(formula.numerator), ...inputsOf(formula.denominator)])];
  }
}

/** The formula in words, for reference pages: `100 × (a + b) / c`. */
export function inWords<I>(formula: Formula<I>, name: (of: I) => string): string {
  switch (formula.kind) {
    case "input":
      return name(formula.input);
    case "constant":
      return String(formula.value);
    case "sum":
      return `(${formula.terms.map((term) => inWords(term, name)).join(" + ")})`;
    case "difference":
      return `(${inWords(formula.from, name)} − ${inWords(formula.less, name)})`;
    case "ratio": {
      const quotient = `${inWords(formula.numerator, name)} / ${inWords(formula.denominator, name)}`;
      return formula.per === 1 ? quotient : `${formula.per} × ${quotient}`;
    }
  }
}
