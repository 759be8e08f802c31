import type { Formula } from "./formula.js";
import { inputsOf } from "./formula.js";
import type { Outcome } from "./evaluate.js";
import { evaluate } from "./evaluate.js";

/**
 * Facts of the schools of one area, year and stage, by column: one slot a school, null where the school did not report.
 *
 * Travels between subgraphs as one opaque scalar, so that a county of 1,000 schools is a few arrays, not 1,000 objects.
 */
export interface FactTable {
  readonly schoolIds: readonly string[];
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>;
  /** Facts of the area itself that no school reports, for example its population. */
  readonly area?: Readonly<Record<string, number | null>>;
  /** The system the facts come from, and the day or period they describe. */
  readonly source: string;
  readonly asOf: string;
  /** SYNTHETIC as soon as one record behind the facts is made up; null or absent without records. */
  readonly origin?: OriginName | null;
}

/** Origin by name, as the databases keep it. */
export type OriginName = "DOCUMENT" | "OFFICIAL_LIST" | "SYNTHETIC";

/** The origin of facts that rest on several records: made up as soon as one of them is. Null without records. */
export function mixedOrigin(origins: Iterable<string | null>): OriginName | null {
  let mixed: OriginName | null = null;
  for (const origin of origins) {
    if (origin === "SYNTHETIC") return origin;
    if (origin === "DOCUMENT") mixed = origin;
    if (origin === "OFFICIAL_LIST") mixed ??= origin;
  }
  return mixed;
}

/** How many schools a value stands on, and how many should have reported but lack an input. */
export interface Coverage {
  readonly schoolsIn: number;
  readonly schoolsMissing: number;
}

/** An input of a value: which system it comes from and what day or period it describes. */
export interface InputSource {
  readonly name: string;
  readonly source: string | null;
  readonly asOf: string | null;
  readonly origin: OriginName | null;
}

/** The value of an area with what it stands on. */
export interface AreaOutcome extends Outcome {
  readonly coverage: Coverage;
  readonly inputs: readonly InputSource[];
}

/**
 * Evaluates a formula over the schools of an area as a ratio of sums.
 *
 * A school counts only when every input is known, so that numerator and denominator cover the same schools; the others
 * are missing in the coverage. Without any school the outcome is NOT_APPLICABLE; a table that did not arrive is a
 * missing input.
 */
export function evaluateArea(formula: Formula<string>, tables: readonly (FactTable | null)[]): AreaOutcome {
  const arrived = tables.filter((table) => table !== null);
  const names = inputsOf(formula);
  const inputs = names.map((name) => inputSource(name, arrived));
  const schools = schoolsOf(arrived);
  const columns = names.map((name) => columnOf(name, arrived, schools));
  const known = columns.filter((column) => column !== null);

  const sums = sumsOfComplete(known, schools.length);
  const coverage = { schoolsIn: sums.complete, schoolsMissing: schools.length - sums.complete };
  const nothing = { value: null, numerator: null, denominator: null, coverage, inputs };
  const absent = names.filter((name, index) => columns[index] === null && areaTable(name, arrived) === undefined);
  if (absent.length > 0) return { ...nothing, status: "MISSING_INPUT", missing: absent };
  if (schools.length === 0) return { ...nothing, status: "NOT_APPLICABLE", missing: [] };
  if (sums.complete === 0) return { ...nothing, status: "MISSING_INPUT", missing: unreported(names, columns) };

  const totalOf = (name: string): number | null => {
    const place = known.indexOf(columns[names.indexOf(name)] as Column);
    return place === -1 ? (areaTable(name, arrived)?.area?.[name] ?? null) : (sums.totals[place] as number);
  };
  return { ...evaluate(formula, totalOf, (name) => name), coverage, inputs };
}

/** The sum of a column over the schools that reported it; null when none did though schools exist. */
export function columnSum(table: FactTable, column: string): number | null {
  let reported = 0;
  let sum = 0;
  for (const value of table.columns[column] ?? []) {
    if (value === null) continue;
    reported += 1;
    sum += hundredths(value);
  }
  return reported === 0 && table.schoolIds.length > 0 ? null : sum / 100;
}

/** What a column says of the one school a table is about; null when it did not report. */
export function onlyValue({ columns }: FactTable, column: string): number | null {
  return columns[column]?.[0] ?? null;
}

type Column = readonly (number | null)[];

/** Whether two lists hold the same schools in the same order, as the tables of one area nearly always do. */
function sameSchools(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((school, slot) => school === other[slot]));
}

/** Every school of the tables once. */
function schoolsOf(tables: readonly FactTable[]): readonly string[] {
  const first = tables[0]?.schoolIds ?? [];
  const alike = tables.every((table) => sameSchools(table.schoolIds, first));
  return [...new Set(alike ? first : tables.flatMap((table) => table.schoolIds))];
}

/** How many schools have a value in every column, and what each column adds up to over them. */
function sumsOfComplete(columns: readonly Column[], schools: number): { complete: number; totals: readonly number[] } {
  const sums = columns.map(() => 0);
  let complete = 0;
  for (let slot = 0; slot < schools; slot++) {
    if (columns.some((column) => (column[slot] ?? null) === null)) continue;
    complete += 1;
    for (const [place, column] of columns.entries()) {
      sums[place] = (sums[place] as number) + hundredths(column[slot] as number);
    }
  }
  return { complete, totals: sums.map((sum) => sum / 100) };
}

/** Money is added up in whole hundredths: it stays exact to the fen. */
function hundredths(value: number): number {
  return Math.round(value * 100);
}

/** A column in the order of the schools, null where its table has no such school; null when no table has the column. */
function columnOf(name: string, tables: readonly FactTable[], schools: readonly string[]): Column | null {
  const table = tables.find((candidate) => name in candidate.columns);
  if (table === undefined) return null;
  const column = table.columns[name] ?? [];
  if (sameSchools(table.schoolIds, schools)) return column;
  const values = new Map(table.schoolIds.map((school, slot) => [school, column[slot] ?? null]));
  return schools.map((school) => values.get(school) ?? null);
}

function areaTable(name: string, tables: readonly FactTable[]): FactTable | undefined {
  return tables.find(({ area }) => area !== undefined && name in area);
}

function inputSource(name: string, tables: readonly FactTable[]): InputSource {
  const table = tables.find(({ columns, area }) => name in columns || (area !== undefined && name in area));
  return { name, source: table?.source ?? null, asOf: table?.asOf ?? null, origin: table?.origin ?? null };
}

/** The columns nobody reported; when every column has some school, all of them, as no school has them all. */
function unreported(names: readonly string[], columns: readonly (Column | null)[]): readonly string[] {
  const ofSchools = names.filter((_, index) => columns[index] !== null);
  const empty = names.filter((_, index) => columns[index]?.every((value) => value === null) === true);
  return empty.length > 0 ? empty : ofSchools;
}
