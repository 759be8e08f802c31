import type { Cell, Table } from "./table";

const plainNumber = /^-?\d+(\.\d+)?$/;

/**
 * Starts that a spreadsheet may read as a formula, the full-width forms among them.
 * Source: OWASP, CSV Injection.
 */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** One cell by RFC 4180. Text that a spreadsheet would run is kept from running by an apostrophe; numbers stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  const text = String(cell);
  const guarded = typeof cell === "string" && formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/**
 * A table as CSV: UTF-8 with a byte order mark, so that Excel reads Chinese, and CRLF after every line.
 *
 * The first line holds the columns' names. A missing value is an empty cell.
 */
export function csvOf({ facts, columns, rows }: Table): string {
  const header = [...facts, ...columns].map(({ label }) => label);
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
