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
  const found = new Set(origins);
  return (["SYNTHETIC", "DOCUMENT", "OFFICIAL_LIST"] as const).find((origin) => found.has(origin)) ?? null;
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
  const bySchool = new Map(names.flatMap((name) => columnEntry(name, arrived, schools)));
  const ofArea = new Map(names.flatMap((name) => areaEntry(name, arrived)));

  const columns = [...bySchool.values()];
  const complete = [...schools.keys()].filter((slot) => columns.every((column) => (column[slot] ?? null) !== null));
  const coverage = { schoolsIn: complete.length, schoolsMissing: schools.length - complete.length };

  const nothing = { value: null, numerator: null, denominator: null, coverage, inputs };
  const absent = names.filter((name) => !bySchool.has(name) && !ofArea.has(name));
  if (absent.length > 0) return { ...nothing, status: "MISSING_INPUT", missing: absent };
  if (schools.length === 0) return { ...nothing, status: "NOT_APPLICABLE", missing: [] };
  if (complete.length === 0) return { ...nothing, status: "MISSING_INPUT", missing: unreported(bySchool) };

  const totals = new Map(
    [...bySchool].map(([name, column]) => [name, total(complete.map((slot) => column[slot] ?? 0))]),
  );
  const totalOf = (name: string): number | null => totals.get(name) ?? ofArea.get(name) ?? null;
  return { ...evaluate(formula, totalOf, (name) => name), coverage, inputs };
}

/** The sum of a column over the schools that reported it; null when none did though schools exist. */
export function columnSum(table: FactTable, column: string): number | null {
  const reported = (table.columns[column] ?? []).filter((value) => value !== null);
  return reported.length === 0 && table.schoolIds.length > 0 ? null : total(reported);
}

type Column = readonly (number | null)[];

/** Whether two lists hold the same schools in the same order, as the tables of one area nearly always do. */
function sameSchools(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((school, slot) => school === other[slot]));
}

/** Every school of the tables once. */
function schoolsOf(tables: readonly FactTable[]): readonly string[] {
  return [
    ...new Set(
      tables.every((table) => sameSchools(table.schoolIds, tables[0]?.schoolIds ?? []))
        ? tables[0]?.schoolIds
        : tables.flatMap((table) => table.schoolIds),
    ),
  ];
}

/** Adds up in whole hundredths: money stays exact to the fen. */
function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}

/** A column in the order of the schools; null where its table has no such school. */
function columnEntry(
  name: string,
  tables: readonly FactTable[],
  schools: readonly string[],
): readonly (readonly [string, Column])[] {
  const table = tables.find((candidate) => name in candidate.columns);
  if (table === undefined) return [];
  const column = table.columns[name] ?? [];
  if (sameSchools(table.schoolIds, schools)) return [[name, column]];
  const values = new Map(table.schoolIds.map((school, slot) => [school, column[slot] ?? null]));
  return [[name, schools.map((school) => values.get(school) ?? null)]];
}

function areaEntry(name: string, tables: readonly FactTable[]): readonly (readonly [string, number | null])[] {
  const table = tables.find((candidate) => name in (candidate.area ?? {}));
  return table === undefined ? [] : [[name, table.area?.[name] ?? null]];
}

function inputSource(name: string, tables: readonly FactTable[]): InputSource {
  const table = tables.find((candidate) => name in candidate.columns || name in (candidate.area ?? {}));
  return { name, source: table?.source ?? null, asOf: table?.asOf ?? null, origin: table?.origin ?? null };
}

/** The columns nobody reported; when every column has some school, all of them, as no school has them all. */
function unreported(columns: ReadonlyMap<string, Column>): readonly string[] {
  const names = [...columns.keys()];
  const empty = names.filter((name) => (columns.get(name) ?? []).every((value) => value === null));
  return empty.length > 0 ? empty : names;
}
