import { STATUS_CODES } from "node:http";

/** An answer whole in memory; `headers` beside those the lane writes itself. */
export interface PlainAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long an idle connection is kept; said to clients, so that none sends into its end. */
export const KEEP_ALIVE_SECONDS = 65;

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

/** The answer as it goes over the wire, in one text; `encoding` is how it is to be sent. */
export function writePlainAnswer(
  { status, contentType, body, headers }: PlainAnswer,
  last: boolean,
): { readonly text: string; readonly encoding: "latin1" | "utf8" } {
  const length = Buffer.byteLength(body);
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\ncontent-type: ${contentType}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
  head += last ? "connection: close\r\n" : `keep-alive: timeout=${KEEP_ALIVE_SECONDS}\r\n`;
  // A text of ASCII alone is the same in both encodings, and faster to send in the first.
  const encoding = length === body.length ? "latin1" : "utf8";
  return { text: `${head}${currentDateLine()}content-length: ${length}\r\n\r\n${body}`, encoding };
}
