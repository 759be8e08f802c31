import type { Json } from "@hub/schema";
import { displayWidth } from "./display-width.js";
import type { Rows } from "./rows.js";

const GAP = "  ";

/** The shortest ends of the paths that still tell them apart: `name` and `townships.name`. */
export function shortNames(columns: readonly string[]): string[] {
  return columns.map((column) => {
    const parts = column.split(".");
    for (let length = 1; length < parts.length; length += 1) {
      const short = parts.slice(-length).join(".");
      const shared = columns.filter((other) => other === short || other.endsWith(`.${short}`));
      if (shared.length === 1) return short;
    }
    return column;
  });
}

// Line breaks and control characters would break the table, or the terminal.
function textOf(cell: Json): string {
  // oxlint-disable-next-line no-control-regex
  return cell === null ? "–" : String(cell).replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(width - displayWidth(text));
  return right ? space + text : text + space;
}

/** An aligned table for a terminal: numbers to the right, Chinese text two cells a character, a dash for null. */
export function formatTable({ columns, rows }: Rows): string {
  const names = shortNames(columns);
  const texts = rows.map((row) => row.map(textOf));
  const widths = names.map((name, column) =>
    texts.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? "")), displayWidth(name)),
  );
  const right = names.map((_, column) => rows.some((row) => typeof row[column] === "number"));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0, right[column] ?? false))
      .join(GAP)
      .trimEnd();

  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [line(names), rule, ...texts.map(line), `${rows.length} ${rows.length === 1 ? "row" : "rows"}`, ""].join("\n");
}
