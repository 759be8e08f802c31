import pg from "pg";

const { builtins, getTypeParser } = pg.types;
const DATE_ARRAY = 1182;
const INT8_ARRAY = 1016;
const FIRST_OWN_TYPE = 16384;

/**
 * How the hub reads PostgreSQL values outside Prisma.
 *
 * date: `YYYY-MM-DD` as stored (a JavaScript Date would shift it by the time zone); int8: a number while it is exact,
 * else its digits; numeric: its digits, never a float; an array of an enum: an array of labels. Prisma brings parsers of its own with each query.
 */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    format === "binary" ? getTypeParser(oid, format) : parserOf(oid)) as typeof getTypeParser,
};

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, parseInt8],
  [builtins.NUMERIC, (text) => text],
  [DATE_ARRAY, parseTextArray],
  [INT8_ARRAY, (text) => parseTextArray(text).map((item) => (item === null ? null : parseInt8(item)))],
]);

function parserOf(oid: number): (text: string) => unknown {
  return parsers.get(oid) ?? (oid >= FIRST_OWN_TYPE ? parseLabels : (getTypeParser(oid) as (text: string) => unknown));
}

/** The databases' own types are enums, whose labels are plain words, and arrays of them. */
function parseLabels(text: string): string | (string | null)[] {
  return text.startsWith("{") ? parseTextArray(text) : text;
}

function parseInt8(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

function parseTextArray(text: string): (string | null)[] {
  return text === "{}"
    ? []
    : text
        .slice(1, -1)
        .split(",")
        .map((item) => (item === "NULL" ? null : item));
}
