import { EventEmitter } from "node:events";
import pg from "pg";
import { expect, test } from "vitest";
import { testDatabases } from "../testing/open-test-database.js";
import { readsOf, type RowTaker } from "./connection-reads.js";
import { PreparedRead, type ReadResult } from "./prepared-read.js";
import { tapRows } from "./row-tap.js";

const databases = testDatabases();

function message(code: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.from(`${code}\0\0\0\0`);
  head.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

/** A connection that listens as pg's does, the bytes that reach it, and the rows its statement takes. */
function tappedConnection() {
  const stream = new EventEmitter();
  const passed: Buffer[] = [];
  const rows: string[] = [];
  const connection = {
    attachListeners: (from: EventEmitter) => void from.on("data", (bytes: Buffer) => receive(bytes)),
  };
  const taker: RowTaker & { takesRows: boolean } = {
    takesRows: false,
    takeRow: ({ bytes }, at) => void rows.push(bytes.toString("utf8", at, at + bytes.readInt32BE(at - 4) - 4)),
  };
  const receive = (bytes: Buffer): void => {
    passed.push(Buffer.from(bytes));
    // As pg would: a description makes the statement know its columns, readiness ends it.
    if (bytes.includes("T")) taker.takesRows = true;
    if (bytes.includes("Z")) readsOf(connection as never).running = undefined;
  };
  tapRows(connection as never);
  connection.attachListeners(stream);
  readsOf(connection as never).running = taker;
  return { stream, passed: () => Buffer.concat(passed).toString(), rows };
}

const long = "校".repeat(50);
const first = [message("T", "columns"), message("D", "one"), message("D", ""), message("D", long), message("C", "c")];
const rest = [message("Z", "I"), message("D", "not taken"), message("N", "notice"), message("D", long)];
const bytes = Buffer.concat([...first, ...rest]);

test.each([1, 2, 3, 4, 5, 6, 7, 11, 64, 150, 1000])("rows are taken from pieces of %i bytes as from one", (size) => {
  const { stream, passed, rows } = tappedConnection();
  for (let at = 0; at < bytes.length; at += size) stream.emit("data", bytes.subarray(at, at + size));
  expect(rows).toEqual(["one", "", long]);
  expect(passed()).toBe(Buffer.concat([first[0] as Buffer, first[4] as Buffer, ...rest]).toString());
});

test("a statement reads its rows as pg's messages where they are not taken", async () => {
  const client = new pg.Client({ connectionString: databases.urls.schools });
  await client.connect();
  const run = (text: string, asLists: boolean): Promise<ReadResult> =>
    new Promise((resolve, reject) => {
      const statement = { name: "places", text, parameters: ["乡"], asLists };
      client.query(
        new PreparedRead(statement, (error, result) => (result && !error ? resolve(result) : reject(error))),
      );
    });
  const text = "SELECT n, $1::text AS place, NULL::int AS nothing FROM generate_series(1, 2) AS n";
  for (const _ of [1, 2]) {
    const { rows, rowCount, command } = await run(text, false);
    expect({ rows, rowCount, command }).toEqual({
      rows: [
        { n: 1, place: "乡", nothing: null },
        { n: 2, place: "乡", nothing: null },
      ],
      rowCount: 2,
      command: "SELECT",
    });
    expect((await run(text, true)).rows).toEqual([
      [1, "乡", null],
      [2, "乡", null],
    ]);
  }
  await client.end();
});
