import { schoolYearKey, type SchoolYear } from "./area-tables.js";

/** What a database keeps ready of a school and year: one JSON array that begins with the two. */
export type SchoolFacts = readonly [schoolId: string, year: number, ...rest: readonly unknown[]];

/** The schools and the years of keys, each once, as a statement takes them: what lies between them comes as well. */
export function schoolsAndYears(keys: readonly SchoolYear[]): [schoolIds: string[], years: number[]] {
  return [[...new Set(keys.map((key) => key.schoolId))], [...new Set(keys.map((key) => key.year))]];
}

/** Arrays with commas between them, as PostgreSQL strings them together; null when there are none. */
export function strungTogether<Row>(text: string | null): Row[] {
  return JSON.parse(`[${text ?? ""}]`) as Row[];
}

/** Facts in the order of the keys; undefined where the database keeps none. `text` as `strungTogether` takes it. */
export function factsOfKeys<Facts extends SchoolFacts>(
  keys: readonly SchoolYear[],
  text: string | null,
): (Facts | undefined)[] {
  const all = strungTogether<Facts>(text);
  const byKey = new Map(all.map((facts) => [schoolYearKey({ schoolId: facts[0], year: facts[1] }), facts]));
  return keys.map((key) => byKey.get(schoolYearKey(key)));
}
