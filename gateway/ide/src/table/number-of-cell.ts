import type { Cell } from "./table";

/** The number a cell of a numeric column stands for, an exact decimal's included; null where there is none. */
export function numberOfCell(cell: Cell | undefined): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string" || cell.trim() === "") return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}
