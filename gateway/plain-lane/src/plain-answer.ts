import { asciiOrUtf8 } from "@hub/schema";
import { STATUS_CODES } from "node:http";

/** An answer whole in memory. `headers`: names in lower case, beside those the lane writes itself. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A text, or bytes. */
  readonly body: string | Buffer;
}

/** A message as it goes over the wire; a text is sent as latin-1. */
export type WireMessage = string | Buffer;

let dateUntil = 0;
let dateLine = "";

function currentDateLine(): string {
  const now = Date.now();
  if (now >= dateUntil) {
    dateLine = `date: ${new Date(now).toUTCString()}\r\n`;
    dateUntil = now - (now % 1_000) + 1_000;
  }
  return dateLine;
}

function messageOf({ status, headers, body }: PlainAnswer, connection: string): WireMessage {
  const content = typeof body === "string" ? asciiOrUtf8(body) : body;
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
  head += `${connection}\r\n${dateLine}content-length: ${content.length}\r\n\r\n`;
  return typeof content === "string" ? head + content : Buffer.concat([Buffer.from(head, "latin1"), content]);
}

interface Written {
  readonly answer: PlainAnswer;
  readonly date: string;
  message: WireMessage;
}

/** Writes the answers of one lane. */
export class AnswerWriter {
  /** How long an idle connection is kept; said to clients, so that none sends into its end. */
  readonly keepAliveSeconds: number;
  readonly #keep: string;
  #written: Written | undefined;

  constructor(keepAliveSeconds: number) {
    this.keepAliveSeconds = keepAliveSeconds;
    this.#keep = `keep-alive: timeout=${keepAliveSeconds}`;
  }

  /**
   * Writes an answer; `last`: the connection closes after it. One that goes to several clients is sent to them in turn:
   * from the second on they get the same bytes.
   */
  write(answer: PlainAnswer, last: boolean): WireMessage {
    const date = currentDateLine();
    if (last) return messageOf(answer, "connection: close");
    const before = this.#written;
    if (before?.answer !== answer || before.date !== date) {
      const message = messageOf(answer, this.#keep);
      this.#written = { answer, date, message };
      return message;
    }
    if (typeof before.message === "string") before.message = Buffer.from(before.message, "latin1");
    return before.message;
  }
}
