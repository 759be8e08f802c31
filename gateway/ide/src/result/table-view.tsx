import { useState } from "react";
import { useTexts } from "../language/language-context";
import { nextSort, type SortOrder } from "../table/sort-rows";
import type { Cell, Column, Table } from "../table/table";
import { columnHeading } from "./column-heading";
import { formatCell } from "./format-cell";

/** More rows than this are drawn only when asked for: the page must not stall. */
const firstRows = 300;

interface Props {
  readonly table: Table;
  readonly rows: Table["rows"];
  readonly order: SortOrder | null;
  readonly onOrder: (order: SortOrder | null) => void;
}

function FactLine({ table }: { readonly table: Table }) {
  const { language } = useTexts();
  return (
    <dl className="hub-facts">
      {table.facts.map((column, index) => {
        const { heading, group, tooltip } = columnHeading(column, language);
        return (
          <div key={column.label} title={tooltip}>
            <dt>{group === "" ? heading : `${group} · ${heading}`}</dt>
            <dd>{formatCell(table.factCells[index] ?? null, column.numeric)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function TableCell({ cell, column }: { readonly cell: Cell; readonly column: Column }) {
  const { text } = useTexts();
  if (cell === null)
    return (
      <td className="hub-missing" title={text.missing}>
        {formatCell(cell, false)}
      </td>
    );
  return (
    <td className={column.numeric ? "hub-numeric" : undefined} title={String(cell)}>
      {formatCell(cell, column.numeric)}
    </td>
  );
}

/** One table of an answer: what holds for all of it, then its rows; a click on a heading sorts. */
export function TableView({ table, rows, order, onOrder }: Props) {
  const { language, text } = useTexts();
  const [all, setAll] = useState(false);
  const offset = table.facts.length;
  const shown = all ? rows : rows.slice(0, firstRows);
  return (
    <>
      {offset > 0 && <FactLine table={table} />}
      <div className="hub-table-scroll">
        <table className="hub-table">
          <thead>
            <tr>
              {table.columns.map((column, index) => {
                const { heading, group, tooltip } = columnHeading(column, language);
                const sorted = order?.column === offset + index ? order : null;
                const direction = sorted === null ? "none" : sorted.descending ? "descending" : "ascending";
                return (
                  <th key={column.label} className={column.numeric ? "hub-numeric" : undefined} aria-sort={direction}>
                    <button type="button" title={tooltip} onClick={() => onOrder(nextSort(order, offset + index))}>
                      <small>{group}</small>
                      <span>
                        {heading}
                        {sorted !== null && (sorted.descending ? " ▾" : " ▴")}
                      </span>
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // Rows have no key of their own: two of an answer may be equal.
              <tr key={index}>
                {table.columns.map((column, position) => (
                  <TableCell key={column.label} column={column} cell={row[offset + position] ?? null} />
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
