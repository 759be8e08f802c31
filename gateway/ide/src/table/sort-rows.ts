import { numberOfCell } from "./number-of-cell";
import type { Cell } from "./table";

/** By which column rows are ordered, and which way. */
export interface SortOrder {
  readonly column: number;
  readonly descending: boolean;
}

/** The order after one more click on a column's head: up, down, and back to the answer's own order. */
export function nextSort(order: SortOrder | null, column: number): SortOrder | null {
  if (order?.column !== column) return { column, descending: false };
  return order.descending ? null : { column, descending: true };
}

/** Rows in the asked order; numbers by size, text by Chinese collation, empty cells always last. */
export function sortRows(
  rows: readonly (readonly Cell[])[],
  order: SortOrder | null,
  numeric: boolean,
): readonly (readonly Cell[])[] {
  if (order === null) return rows;
  const direction = order.descending ? -1 : 1;
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  return rows.toSorted((left, right) => {
    const [first, second] = [left[order.column] ?? null, right[order.column] ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    const difference = numeric
      ? (numberOfCell(first) ?? 0) - (numberOfCell(second) ?? 0)
      : collator.compare(String(first), String(second));
    return direction * difference;
  });
}
