import type { Column, Table } from "../table/table";

/** A column with its place in the rows. */
export interface IndexedColumn {
  readonly column: Column;
  readonly index: number;
}

/** The columns a bar can be drawn from, in the table's order. */
export function numericColumns({ facts, columns }: Table): readonly IndexedColumn[] {
  return columns
    .map((column, index) => ({ column, index: facts.length + index }))
    .filter(({ column }) => column.numeric);
}

/** The column to draw first: an indicator's value if there is one, or else the first number. */
export function preferredColumn(numeric: readonly IndexedColumn[]): IndexedColumn | null {
  return numeric.find(({ column }) => column.label.endsWith(".value")) ?? numeric[0] ?? null;
}

/** The column whose cells name the rows: a name or title, or else the first text. */
export function labelColumn({ facts, columns }: Table): IndexedColumn | null {
  const texts = columns
    .map((column, index) => ({ column, index: facts.length + index }))
    .filter(({ column }) => !column.numeric);
  return texts.findLast(({ column }) => /(^|\.)(name|title|label)$/i.test(column.label)) ?? texts[0] ?? null;
}
