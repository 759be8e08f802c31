/** What one cell holds; null where the answer has nothing, which is never zero. */
export type Cell = string | number | boolean | null;

/** One column of a table. */
export interface Column {
  /** Dotted name, unique in its table: "profile.studentsPerTeacher.value". */
  readonly label: string;
  readonly numeric: boolean;
  /** Description of the last field of the label, and of the fields before it. */
  readonly description: string | null;
  readonly pathDescriptions: readonly (string | null)[];
}

/** One list of an answer as a table, with what stands above the list. */
export interface Table {
  /** Where the list stands: "county.townships". */
  readonly name: string;
  /** Columns of what holds for the whole table; they come first in every row. */
  readonly facts: readonly Column[];
  readonly columns: readonly Column[];
  /** Cells of the facts, then of the columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Cells of the facts alone, for a table without rows too. */
  readonly factCells: readonly Cell[];
}
