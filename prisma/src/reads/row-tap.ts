import type { EventEmitter } from "node:events";
import type pg from "pg";
import { readsOf } from "./connection-reads.js";
import { ShortTexts } from "./short-texts.js";

const DATA_ROW = 0x44;
const HEAD = 5;

/** Where pg begins to read from a socket; its types do not tell of it. */
interface Listening {
  attachListeners?(stream: Pick<EventEmitter, "on">): void;
}

/**
 * Takes the rows of the statement that runs out of a connection's bytes before pg makes a message and an event of each.
 *
 * All else reaches pg as it came, in whole messages; so do the rows of statements that are not `RowTaker`s. With a pg that
 * begins to read elsewhere nothing is taken and all rows come as messages.
 */
export function tapRows(connection: pg.Connection): void {
  const listening = connection as Listening;
  const attach = listening.attachListeners?.bind(connection);
  if (attach === undefined) return;
  listening.attachListeners = (stream) => {
    attach({
      on(event: string, listener: (bytes: Buffer) => void) {
        stream.on(event, event === "data" ? tapped(connection, listener) : listener);
        return stream as EventEmitter;
      },
    });
  };
}

function tapped(connection: pg.Connection, pass: (bytes: Buffer) => void): (bytes: Buffer) => void {
  const reads = readsOf(connection);
  let parts: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  return (piece) => {
    let bytes = piece;
    if (held > 0) {
      parts.push(piece);
      held += piece.length;
      if (held < wanted) return;
      bytes = Buffer.concat(parts, held);
      parts = [];
      held = 0;
    }
    const texts = new ShortTexts(bytes);
    let at = 0;
    let passed = 0;
    let end = endOf(bytes, at);
    for (; end <= bytes.length; end = endOf(bytes, at)) {
      if (bytes[at] === DATA_ROW && reads.running !== undefined) {
        // What came before may end the statement or tell its columns.
        if (passed < at) pass(bytes.subarray(passed, at));
        passed = at;
        if (reads.running?.takesRows === true) {
          reads.running.takeRow(texts, at + HEAD);
          passed = end;
        }
      }
      at = end;
    }
    if (passed < at) pass(bytes.subarray(passed, at));
    if (at < bytes.length) {
      parts.push(bytes.subarray(at));
      held = bytes.length - at;
      wanted = end - at;
    }
  };
}

/** Where the message that begins at `at` ends, as far as its head tells. */
function endOf(bytes: Buffer, at: number): number {
  return at + HEAD > bytes.length ? at + HEAD : at + 1 + bytes.readUInt32BE(at + 1);
}
