import type { Column } from "../table/table";
import { nextSort, type SortOrder } from "../table/sort-rows";
import { headingGroups, type ColumnHeading } from "./column-headings";

interface Props {
  readonly columns: readonly Column[];
  readonly headings: readonly ColumnHeading[];
  /** Classes of each column's cells. */
  readonly classes: readonly string[];
  /** Place of the first column in the rows. */
  readonly offset: number;
  readonly order: SortOrder | null;
  readonly onOrder: (order: SortOrder | null) => void;
}

/** The head of a table: groups over headings; a click on a heading sorts. */
export function TableHead({ columns, headings, classes, offset, order, onOrder }: Props) {
  const groups = headingGroups(headings);
  return (
    <thead>
      {groups.some(({ group }) => group !== "") && (
        <tr className="hub-groups">
          {groups.map(({ group, span }, index) => (
            <th key={index} colSpan={span} scope="colgroup">
              {group}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {columns.map((column, index) => {
          const sorted = order?.column === offset + index ? order : null;
          const direction = sorted === null ? "none" : sorted.descending ? "descending" : "ascending";
          return (
            <th key={column.label} className={classes[index]} aria-sort={direction}>
              <button
                type="button"
                title={headings[index]?.tooltip}
                onClick={() => onOrder(nextSort(order, offset + index))}
              >
                {headings[index]?.heading}
                {sorted !== null && (sorted.descending ? " ▾" : " ▴")}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
