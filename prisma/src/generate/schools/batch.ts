import type { LoadBatch } from "../../load/load-batch.js";

const ROWS_PER_BATCH = 5000;

/** Rows of one table of the schools database, in batches of bounded size. */
export function* batchesOf(table: string, rows: Iterable<LoadBatch["rows"][number]>): Generator<LoadBatch> {
  let waiting: LoadBatch["rows"][number][] = [];
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length < ROWS_PER_BATCH) continue;
    yield { owner: "schools", table, rows: waiting };
    waiting = [];
  }
  if (waiting.length > 0) yield { owner: "schools", table, rows: waiting };
}
