import { useState } from "react";
import { useTexts } from "../language/language-context";
import { numberOfCell } from "../table/number-of-cell";
import type { Table } from "../table/table";
import { BarChart } from "./bar-chart";
import { labelColumn, numericColumns, preferredColumn } from "./chart-columns";
import { columnHeadings, fullHeading } from "./column-headings";
import { useWidth } from "./use-width";

/** More bars than this say less, not more. */
const mostBars = 60;

/** One numeric column of a table as bars, in the order of the table. */
export function ChartView({ table, rows }: { readonly table: Table; readonly rows: Table["rows"] }) {
  const { language, text } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [ref, width] = useWidth<HTMLDivElement>();
  const numeric = numericColumns(table);
  const column = numeric.find((candidate) => candidate.column.label === chosen) ?? preferredColumn(numeric);
  const name = labelColumn(table);
  if (column === null) return <p className="hub-note">{text.noNumbers}</p>;

  const headings = columnHeadings(table.columns, language);
  const titleOf = ({ index }: typeof column): string => {
    const heading = headings[index - table.facts.length];
    return heading === undefined ? "" : fullHeading(heading);
  };
  const bars = rows.slice(0, mostBars).map((row, index) => ({
    label: String((name === null ? null : row[name.index]) ?? index + 1),
    value: numberOfCell(row[column.index]),
  }));
  return (
    <div className="hub-chart-scroll" ref={ref}>
      <label className="hub-chart-column">
        {text.column}
        <select value={column.column.label} onChange={(event) => setChosen(event.target.value)}>
          {numeric.map((candidate) => (
            <option key={candidate.column.label} value={candidate.column.label}>
              {titleOf(candidate)}
            </option>
          ))}
        </select>
      </label>
      {rows.length === 0 && <p className="hub-note">{text.noRows}</p>}
      {rows.length > 0 && width > 0 && (
        <BarChart bars={bars} title={titleOf(column)} missing={text.missing} width={width - 24} />
      )}
      {rows.length > mostBars && <p className="hub-note">{text.shown(mostBars, rows.length)}</p>}
    </div>
  );
}
