import { useState } from "react";
import { useTexts } from "../language/language-context";
import type { SortOrder } from "../table/sort-rows";
import type { Cell, Column, Table } from "../table/table";
import { labelColumn } from "./chart-columns";
import { columnHeadings } from "./column-headings";
import { FactLine } from "./fact-line";
import { formatCell } from "./format-cell";
import { TableHead } from "./table-head";

/** More rows than this are drawn only when asked for: the page must not stall. */
const firstRows = 300;

interface Props {
  readonly table: Table;
  readonly rows: Table["rows"];
  readonly order: SortOrder | null;
  readonly onOrder: (order: SortOrder | null) => void;
}

interface CellProps {
  readonly cell: Cell;
  readonly column: Column;
  readonly className: string | undefined;
}

function TableCell({ cell, column, className }: CellProps) {
  const { text } = useTexts();
  return (
    <td
      className={`${className}${cell === null ? " hub-missing" : ""}`}
      title={cell === null ? text.missing : String(cell)}
    >
      {formatCell(cell, column.numeric)}
    </td>
  );
}

/** One table of an answer: what holds for all of it, then its rows. */
export function TableView({ table, rows, order, onOrder }: Props) {
  const { language, text } = useTexts();
  const [all, setAll] = useState(false);
  const offset = table.facts.length;
  const shown = all ? rows : rows.slice(0, firstRows);
  const headings = columnHeadings(table.columns, language);
  // The column that names the rows stays in sight while the others scroll.
  const naming = labelColumn(table)?.column;
  const classes = table.columns.map(
    (column) => `${column.numeric ? "hub-numeric" : ""}${column === naming ? "hub-naming" : ""}`,
  );
  return (
    <>
      {offset > 0 && <FactLine table={table} />}
      <div className="hub-table-scroll">
        <table className="hub-table">
          <TableHead
            columns={table.columns}
            headings={headings}
            classes={classes}
            offset={offset}
            order={order}
            onOrder={onOrder}
          />
          <tbody>
            {shown.map((row, index) => (
              // Rows have no key of their own: two of an answer may be equal.
              <tr key={index}>
                {table.columns.map((column, position) => (
                  <TableCell
                    key={column.label}
                    column={column}
                    cell={row[offset + position] ?? null}
                    className={classes[position]}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="hub-note">{text.noRows}</p>}
        {shown.length < rows.length && (
          <button type="button" className="hub-button" onClick={() => setAll(true)}>
            {text.showAll(rows.length)}
          </button>
        )}
      </div>
    </>
  );
}
