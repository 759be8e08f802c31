import type pg from "pg";
import type { RowReader } from "./row-reader.js";
import type { ShortTexts } from "./short-texts.js";

/** A statement whose rows a connection sends now. */
export interface RowTaker {
  /** Whether it knows its columns, so that it can take rows. */
  readonly takesRows: boolean;
  takeRow(texts: ShortTexts, at: number): void;
}

/** What a connection knows of the statements read through it. */
export interface ConnectionReads {
  /** Of the statements prepared on it whose rows have been described. They last as long as the connection. */
  readonly readers: Map<string, RowReader>;
  /** The one that runs. */
  running: RowTaker | undefined;
}

const known = new WeakMap<pg.Connection, ConnectionReads>();

export function readsOf(connection: pg.Connection): ConnectionReads {
  let reads = known.get(connection);
  if (reads === undefined) known.set(connection, (reads = { readers: new Map(), running: undefined }));
  return reads;
}
