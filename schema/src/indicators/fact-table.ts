import type { Formula } from "./formula.js";
import { inputsOf } from "./formula.js";
import type { Outcome } from "./evaluate.js";
import { evaluate } from "./evaluate.js";

/**
 * Facts of the schools of one area, year and stage, by column: one slot a school, null where the school did not report.
 *
 * Travels between subgraphs as one opaque scalar, so that a county of 1,000 schools is four arrays, not 1,000 objects.
 */
export interface FactTable {
  readonly schoolIds: readonly string[];
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  /** Where the facts come from and the day they describe, ISO date. */
  readonly source: string;
  readonly asOf: string;
}

/** How many schools a value stands on, and how many should have reported but lack an input. */
export interface Coverage {
  readonly schoolsIn: number;
  readonly schoolsMissing: number;
}

/** The sums of an area under a formula: a school counts only when every input is known, so both sides cover the same schools. */
export function evaluateArea(
  formula: Formula<string>,
  tables: readonly (FactTable | null)[],
  nameOf: (column: string) => string = (column) => column,
): Outcome & { readonly coverage: Coverage } {
  const columns = inputsOf(formula);
  const known = tables.filter((table) => table !== null);
  const bySchool = columns.map((column) => valuesBySchool(column, known));
  const schools = new Set(known.flatMap((table) => table.schoolIds));

  const sums = columns.map(() => 0);
  let schoolsIn = 0;
  for (const school of schools) {
    const values = bySchool.map((values) => values?.get(school) ?? null);
    if (values.includes(null)) continue;
    schoolsIn += 1;
    values.forEach((value, index) => (sums[index] = (sums[index] ?? 0) + (value ?? 0)));
  }

  const coverage = { schoolsIn, schoolsMissing: schools.size - schoolsIn };
  const absent = columns.filter((_, index) => bySchool[index] === null);
  const empty = { value: null, numerator: null, denominator: null };
  if (absent.length > 0) return { status: "MISSING_INPUT", ...empty, missing: absent.map(nameOf), coverage };
  if (schools.size === 0) return { status: "NOT_APPLICABLE", ...empty, missing: [], coverage };
  if (schoolsIn === 0) {
    const missing = columns.filter((_, index) =>
      [...schools].every((school) => (bySchool[index]?.get(school) ?? null) === null),
    );
    return {
      status: "MISSING_INPUT",
      ...empty,
      missing: (missing.length > 0 ? missing : columns).map(nameOf),
      coverage,
    };
  }
  const outcome = evaluate(formula, (column) => sums[columns.indexOf(column)] ?? null, nameOf);
  return { ...outcome, coverage };
}

function valuesBySchool(column: string, tables: readonly FactTable[]): ReadonlyMap<string, number | null> | null {
  const table = tables.find((candidate) => column in candidate.columns);
  if (table === undefined) return null;
  return new Map(table.schoolIds.map((school, index) => [school, table.columns[column]?.[index] ?? null]));
}

/** The sum of a column over the schools that reported it; null when none did though schools exist. */
export function columnSum(table: FactTable, column: string): number | null {
  const reported = (table.columns[column] ?? []).filter((value) => value !== null);
  if (reported.length === 0 && table.schoolIds.length > 0) return null;
  return reported.reduce((total, value) => total + value, 0);
}
