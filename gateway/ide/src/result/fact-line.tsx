import { useTexts } from "../language/language-context";
import type { Table } from "../table/table";
import { columnHeadings, fullHeading } from "./column-headings";
import { formatCell } from "./format-cell";

/** What holds for a whole table, once above it instead of in every row. */
export function FactLine({ table }: { readonly table: Table }) {
  const { language } = useTexts();
  const headings = columnHeadings(table.facts, language);
  const [root] = table.name.split(".");
  return (
    <dl className="hub-facts" aria-label={root}>
      {headings.map((heading, index) => (
        <div key={table.facts[index]?.label} title={heading.tooltip}>
          <dt>{fullHeading(heading)}</dt>
          <dd>{formatCell(table.factCells[index] ?? null, table.facts[index]?.numeric ?? false)}</dd>
        </div>
      ))}
    </dl>
  );
}
