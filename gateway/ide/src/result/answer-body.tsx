import { useMemo, useState } from "react";
import type { Answer } from "../answer/use-answer";
import { useTexts } from "../language/language-context";
import { sortRows, type SortOrder } from "../table/sort-rows";
import { AnswerErrors } from "./answer-errors";
import { ChartView } from "./chart-view";
import { downloadCsv } from "./download-csv";
import { isRecordTable, RecordView } from "./record-view";
import { TableView } from "./table-view";

interface Props {
  readonly answer: Answer;
  readonly view: "table" | "chart";
}

/** An answer's tables, one at a time, with what can be done with them. */
export function AnswerBody({ answer, view }: Props) {
  const { text } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [order, setOrder] = useState<SortOrder | null>(null);
  const table = answer.tables.find(({ name }) => name === chosen) ?? answer.tables[0];
  const rows = useMemo(() => {
    if (table === undefined) return [];
    const numeric = [...table.facts, ...table.columns][order?.column ?? -1]?.numeric ?? false;
    return sortRows(table.rows, order, numeric);
  }, [table, order]);

  return (
    <>
      <AnswerErrors errors={answer.errors} />
      {table === undefined && <p className="hub-note">{text.noData}</p>}
      {table !== undefined && (
        <>
          <div className="hub-answer-bar">
            {answer.tables.length > 1 && (
              <select
                aria-label={text.whichTable}
                value={table.name}
                onChange={(event) => {
                  setChosen(event.target.value);
                  setOrder(null);
                }}
              >
                {answer.tables.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
            <span className="hub-count">
              {text.rows(rows.length)}
              {answer.milliseconds !== null && ` · ${text.milliseconds(answer.milliseconds)}`}
            </span>
            <button type="button" className="hub-button" onClick={() => downloadCsv({ ...table, rows })}>
              {text.download}
            </button>
          </div>
          {view === "chart" && <ChartView table={table} rows={rows} />}
          {view === "table" && isRecordTable(table) && <RecordView table={table} />}
          {view === "table" && !isRecordTable(table) && (
            <TableView table={table} rows={rows} order={order} onOrder={setOrder} />
          )}
        </>
      )}
    </>
  );
}
