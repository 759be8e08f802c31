import type { Cell } from "../table/table";

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2, useGrouping: "min2" });

/** A cell as it is read on the screen: numbers with two decimals at most, years without a comma. */
export function formatCell(cell: Cell, numeric: boolean): string {
  if (cell === null) return "—";
  if (!numeric || typeof cell === "boolean") return String(cell);
  // A decimal in a string is formatted as it stands: as a float it could lose its last digits.
  if (typeof cell === "string") return /^-?\d+(\.\d+)?$/.test(cell) ? numbers.format(cell as `${number}`) : cell;
  return numbers.format(cell);
}
