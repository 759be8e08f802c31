import { maxHeaderSize } from "node:http";

/** A request in the one form the lane serves itself. */
export interface PlainRequest {
  /** Path and search, as sent. */
  readonly url: string;
  /** Names in lower case, each once. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const END_OF_HEAD = "\r\n\r\n";
const REQUEST_LINE = /^POST (\/[!-~]*) HTTP\/1\.1$/;
/** Text and line ends, nothing else. */
const PLAIN_HEAD = /^(?:[\t\x20-\x7e]|\r\n)+$/;
const FIELD_NAME = /^[\w-]+$/;
const LENGTH = /^\d{1,9}$/;

/** Fields that change how a message is read or what is to be done with the connection: node:http knows all about them. */
const SPECIAL = ["transfer-encoding", "expect", "upgrade", "trailer", "te", "content-encoding"];

function readHeaders(head: string, from: number): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (let start = from; start < head.length;) {
    const next = head.indexOf("\r\n", start);
    const end = next === -1 ? head.length : next;
    const colon = head.indexOf(":", start);
    if (colon === -1 || colon > end) return undefined;
    const name = head.slice(start, colon).toLowerCase();
    if (!FIELD_NAME.test(name) || name === "__proto__" || headers[name] !== undefined) return undefined;
    headers[name] = head.slice(colon + 1, end).trim();
    start = end + 2;
  }
  return headers;
}

/**
 * Reads a POST that came whole in one piece and leaves nothing to be understood in two ways; undefined for any other,
 * even if it is fine.
 */
export function readPlainRequest(bytes: Buffer): PlainRequest | undefined {
  const endOfHead = bytes.indexOf(END_OF_HEAD);
  if (endOfHead === -1 || endOfHead >= maxHeaderSize) return undefined;
  const head = bytes.toString("latin1", 0, endOfHead);
  if (!PLAIN_HEAD.test(head)) return undefined;
  const endOfLine = head.indexOf("\r\n");
  const url = endOfLine === -1 ? undefined : REQUEST_LINE.exec(head.slice(0, endOfLine))?.[1];
  const headers = url === undefined ? undefined : readHeaders(head, endOfLine + 2);
  if (url === undefined || headers === undefined) return undefined;
  const { host, connection, "content-length": length = "" } = headers;
  const from = endOfHead + END_OF_HEAD.length;
  const whole = LENGTH.test(length) && Number(length) === bytes.length - from;
  const staysOpen = connection === undefined || connection.toLowerCase() === "keep-alive";
  if (!whole || !staysOpen || host === undefined || SPECIAL.some((name) => headers[name] !== undefined)) {
    return undefined;
  }
  return { url, headers, body: bytes.toString("utf8", from) };
}
