import { HubError } from "@hub/schema";
import type { TableColumns } from "./table-columns.js";

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Rows in the text format of COPY, one line each, columns in the table's order.
 *
 * @throws HubError BAD_USER_INPUT for a key that is no column, or a value a database cannot hold (NaN, an object).
 */
export function copyText(
  table: string,
  columns: TableColumns,
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  let text = "";
  for (const row of rows) {
    for (const key of Object.keys(row)) {
      if (!columns.has(key)) throw badRecord(table, `field ${key}`, `one of ${[...columns.keys()].join(", ")}`);
    }
    let separator = "";
    for (const field of columns.keys()) {
      text += separator + copyValue(table, field, row[field]);
      separator = "\t";
    }
    text += "\n";
  }
  return text;
}

function copyValue(table: string, field: string, value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "\\N";
    case "string":
      return escaped(value);
    case "boolean":
    case "bigint":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return String(value);
      break;
    case "object":
      if (value === null) return "\\N";
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
      if (Array.isArray(value)) return escaped(`{${value.map((item) => arrayItem(String(item))).join(",")}}`);
  }
  throw badRecord(table, `${field} = ${String(value)}`, "a text, a finite number, a boolean, a date, a list or null");
}

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (found) => ESCAPES[found] as string) : text;
}

function arrayItem(text: string): string {
  return `"${text.replaceAll(/["\\]/g, (found) => `\\${found}`)}"`;
}

function badRecord(table: string, found: string, expected: string): HubError {
  return new HubError("BAD_USER_INPUT", `Load: table ${table}: found ${found}; expected ${expected}.`, { table });
}
