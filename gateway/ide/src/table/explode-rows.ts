import type { PlacedColumn } from "./columns-of-chain";
import type { ListChain } from "./list-chains";
import { isRecord, type Value } from "./shape";
import type { Cell } from "./table";

function valueAt(value: Value, path: readonly string[]): Value {
  return path.reduce<Value>((current, key) => (isRecord(current) ? current[key] : undefined), value);
}

/** A value as one cell: lists of plain values joined by "; ", anything deeper as JSON. */
export function cellOf(value: Value): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value !== "object") return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null)) {
    return value.map((item) => item ?? "").join("; ");
  }
  return JSON.stringify(value);
}

/** The cells of the columns that stand above every list. */
export function factCellsOf(data: Value, columns: readonly PlacedColumn[]): readonly Cell[] {
  return columns.filter(({ level }) => level === 0).map(({ path }) => cellOf(valueAt(data, path)));
}

/**
 * One row for each item of the innermost list, the cells of the outer lists repeated.
 *
 * An outer item whose inner list is empty keeps one row with empty cells: it must not vanish from the table.
 */
export function explodeRows(
  data: Value,
  chain: ListChain,
  columns: readonly PlacedColumn[],
): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  const cellsAt = (item: Value, level: number) =>
    columns.filter((column) => column.level === level).map(({ path }) => cellOf(valueAt(item, path)));

  function visit(item: Value, level: number, before: readonly Cell[]): void {
    const cells = [...before, ...cellsAt(item, level)];
    const listPath = chain[level];
    if (listPath === undefined) {
      rows.push(cells);
      return;
    }
    const list = valueAt(item, listPath.slice(chain[level - 1]?.length ?? 0));
    const items = Array.isArray(list) ? list.flat(Number.POSITIVE_INFINITY) : [];
    if (items.length === 0 && level > 0) {
      rows.push([...cells, ...columns.filter((column) => column.level > level).map(() => null)]);
    }
    for (const inner of items as readonly Value[]) visit(inner, level + 1, cells);
  }

  visit(data, 0, []);
  return rows;
}
