import type { Json } from "@hub/schema";
import type { Rows } from "./rows.js";

const BYTE_ORDER_MARK = "\ufeff";

/** A cell of RFC 4180. A text a spreadsheet would take for a formula gets an apostrophe; a number never does. */
function cellOf(cell: Json): string {
  if (cell === null) return "";
  const text = String(cell);
  const harmless = typeof cell !== "string" || /^-?\d+(\.\d+)?$/.test(text);
  const safe = !harmless && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** CSV as RFC 4180 has it: CRLF, full paths as headings; empty cells for null. */
export function formatCsv({ columns, rows }: Rows, bom: boolean): string {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => cellOf(cell)).join(","));
  return `${bom ? BYTE_ORDER_MARK : ""}${lines.join("\r\n")}\r\n`;
}
