import { maxHeaderSize } from "node:http";

/** What a request in the one form the lane serves itself says before its body. */
export interface PlainHead {
  /** Path and search, as sent. */
  readonly url: string;
  /** Names in lower case, each once. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the body begins and ends, in bytes from the request's first. */
  readonly from: number;
  readonly end: number;
}

/** A request in that form. */
export interface PlainRequest {
  /** Path and search, as sent. */
  readonly url: string;
  /** Names in lower case, each once. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const REQUEST_LINE = /^POST (\/[!-~]*) HTTP\/1\.1$/;
const FIELD_NAME = /^[\w-]+$/;
const LENGTH = /^\d{1,9}$/;

/** Fields that change how a message is read or what is to be done with the connection: node:http knows all about them. */
const SPECIAL = new Set(["transfer-encoding", "expect", "upgrade", "trailer", "te", "content-encoding", "__proto__"]);

/** Names as clients write them, in lower case; null for those whose field is not plain. A client's repeat. */
const names = new Map<string, string | null>();
const NAMES = 1_000;
const LONGEST_NAME = 100;

function nameOf(written: string): string | null {
  const known = names.get(written);
  if (known !== undefined) return known;
  const lower = written.toLowerCase();
  const name = FIELD_NAME.test(written) && !SPECIAL.has(lower) ? lower : null;
  if (names.size < NAMES && written.length <= LONGEST_NAME) {
    // A copy: a part of a head would keep all of it in memory.
    names.set(Buffer.from(written, "latin1").toString("latin1"), name);
  }
  return name;
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;

/** Whether all up to `end` is text and line ends, nothing else. */
function isPlain(bytes: Buffer, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x20 ? byte <= 0x7e : byte === TAB) continue;
    const lineEnd = byte === CR ? bytes[at + 1] === LF : byte === LF && bytes[at - 1] === CR;
    if (!lineEnd) return false;
  }
  return true;
}

function readHeaders(head: string, from: number): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (let start = from; start < head.length;) {
    const next = head.indexOf("\r\n", start);
    const end = next === -1 ? head.length : next;
    const colon = head.indexOf(":", start);
    if (colon === -1 || colon > end) return undefined;
    const name = nameOf(head.slice(start, colon));
    if (name === null || headers[name] !== undefined) return undefined;
    headers[name] = head.slice(colon + 1, end).trim();
    start = end + 2;
  }
  return headers;
}

/**
 * Reads the head of a POST that leaves nothing to be understood in two ways; undefined for any other, even if it is
 * fine, and for a head that is not whole.
 */
export function readPlainHead(bytes: Buffer): PlainHead | undefined {
  const endOfHead = bytes.indexOf(END_OF_HEAD);
  if (endOfHead === -1 || endOfHead >= maxHeaderSize || !isPlain(bytes, endOfHead)) return undefined;
  const head = bytes.toString("latin1", 0, endOfHead);
  const endOfLine = head.indexOf("\r\n");
  const url = endOfLine === -1 ? undefined : REQUEST_LINE.exec(head.slice(0, endOfLine))?.[1];
  const headers = url === undefined ? undefined : readHeaders(head, endOfLine + 2);
  if (url === undefined || headers === undefined) return undefined;
  const { host, connection, "content-length": length = "" } = headers;
  const staysOpen = connection === undefined || connection === "keep-alive" || /^keep-alive$/i.test(connection);
  if (!LENGTH.test(length) || !staysOpen || host === undefined) return undefined;
  const from = endOfHead + END_OF_HEAD.length;
  return { url, headers, from, end: from + Number(length) };
}

/** The request of a head once all its bytes are there. */
export function plainRequest({ url, headers, from, end }: PlainHead, bytes: Buffer): PlainRequest {
  return { url, headers, body: bytes.toString("utf8", from, end) };
}
