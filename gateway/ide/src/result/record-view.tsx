import { Fragment } from "react";
import { useTexts } from "../language/language-context";
import type { Table } from "../table/table";
import { columnHeadings } from "./column-headings";
import { formatCell } from "./format-cell";

/** Whether a table is one record, which reads better as a list of fields than as one long row. */
export function isRecordTable({ rows, facts, columns }: Table): boolean {
  return rows.length === 1 && facts.length === 0 && columns.length > 4;
}

/** A table of one row, a line for each of its fields. */
export function RecordView({ table }: { readonly table: Table }) {
  const { language, text } = useTexts();
  const headings = columnHeadings(table.columns, language);
  return (
    <div className="hub-table-scroll">
      <table className="hub-table hub-record">
        <tbody>
          {table.columns.map((column, index) => {
            const { heading, group = "", tooltip } = headings[index] ?? {};
            const cell = table.rows[0]?.[index] ?? null;
            return (
              <Fragment key={column.label}>
                {group !== "" && group !== headings[index - 1]?.group && (
                  <tr className="hub-groups">
                    <th colSpan={2}>{group}</th>
                  </tr>
                )}
                <tr>
                  <th scope="row" title={tooltip} className={group === "" ? "" : "hub-inner"}>
                    {heading}
                  </th>
                  <td
                    className={cell === null ? "hub-missing" : ""}
                    title={cell === null ? text.missing : String(cell)}
                  >
                    {formatCell(cell, column.numeric)}
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
