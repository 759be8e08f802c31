/** What the head of a response says that the client acts on. */
export interface ResponseHead {
  readonly status: number;
  /** How the end of the body is found. */
  readonly framing: "length" | "chunked" | "until close";
  /** Bytes of a body of known length. */
  readonly length: number;
  /** Content coding, lower case; "" when there is none. */
  readonly encoding: string;
  /** Whether the connection may serve another request, as far as the head says. */
  readonly persistent: boolean;
  /** Seconds the server keeps an idle connection, when it says. */
  readonly keepAliveSeconds: number | undefined;
}

/** A server that does not speak HTTP/1.1 as RFC 9112 has it. */
export class MalformedResponse extends Error {}

/**
 * A whole head, status line and fields. Folded lines, blanks in or after names, bare line ends, NUL and other control
 * characters are what readers disagree about, so none of them passes.
 */
const HEAD =
  /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?(?:\r\n[\w!#$%&'*+\-.^`|~]+:[\t\x20-\x7e\x80-\xff]*)*$/;
const DIGITS = /^\d{1,15}$/;
const KEEP_ALIVE_TIMEOUT = /(?:^|[,;\s])timeout=(\d{1,6})/i;

/** Fields the client acts on, values of repeated ones joined by commas. */
interface Fields {
  "content-length"?: string;
  "transfer-encoding"?: string;
  "content-encoding"?: string;
  connection?: string;
  "keep-alive"?: string;
}

/** Looking at the length first spares reading the names of most fields. */
const NAMES: readonly (readonly (keyof Fields)[] | undefined)[] = Array.from({ length: 18 }, (_, length) => {
  const all: (keyof Fields)[] = ["content-length", "transfer-encoding", "content-encoding", "connection", "keep-alive"];
  const named = all.filter((name) => name.length === length);
  return named.length === 0 ? undefined : named;
});

function readFields(text: string, from: number): Fields {
  const fields: Fields = {};
  for (let start = from; start < text.length;) {
    const next = text.indexOf("\r\n", start);
    const end = next === -1 ? text.length : next;
    const colon = text.indexOf(":", start);
    const candidates = NAMES[colon - start];
    if (candidates !== undefined) {
      const name = text.slice(start, colon).toLowerCase();
      for (const candidate of candidates) {
        if (candidate === name) {
          const value = text.slice(colon + 1, end).trim();
          const before = fields[candidate];
          fields[candidate] = before === undefined ? value : `${before},${value}`;
        }
      }
    }
    start = end + 2;
  }
  return fields;
}

function lengthOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (DIGITS.test(value)) return Number(value);
  const [first = "", ...others] = value.split(",").map((text) => text.trim());
  if (!DIGITS.test(first) || others.some((other) => other !== first)) {
    throw new MalformedResponse("Content-Length: found no single number; expected one.");
  }
  return Number(first);
}

function framingOf(status: number, fields: Fields): Pick<ResponseHead, "framing" | "length"> {
  const length = lengthOf(fields["content-length"]);
  const coding = fields["transfer-encoding"];
  if (coding !== undefined && (length !== undefined || coding.toLowerCase() !== "chunked")) {
    throw new MalformedResponse("Transfer-Encoding: found another coding or a length; expected chunked alone.");
  }
  if (status === 204 || status === 304) return { framing: "length", length: 0 };
  if (coding !== undefined) return { framing: "chunked", length: 0 };
  return length === undefined ? { framing: "until close", length: 0 } : { framing: "length", length };
}

/** How servers usually write it. */
const KEEPS = new Set(["keep-alive", "Keep-Alive"]);

/** A server of HTTP/1.0 must ask for it; one that says both things means the end. */
function staysOpen(minor: string, connection: string | undefined): boolean {
  const stays = minor === "1";
  if (connection === undefined || (stays && KEEPS.has(connection))) return stays;
  const options = connection
    .toLowerCase()
    .split(",")
    .map((option) => option.trim());
  return !options.includes("close") && (stays || options.includes("keep-alive"));
}

/**
 * Reads a head without its last empty line. Throws MalformedResponse for anything a lenient reader could take two ways:
 * folded lines, names that are none, unequal lengths, a length beside a transfer coding, codings other than chunked.
 */
export function readHead(text: string): ResponseHead {
  const [, minor, digits] = HEAD.exec(text) ?? [];
  if (minor === undefined) {
    throw new MalformedResponse("Head: found none of HTTP/1.1; expected one.");
  }
  const endOfLine = text.indexOf("\r\n");
  const fields = readFields(text, endOfLine === -1 ? text.length : endOfLine + 2);
  const status = Number(digits);
  const { framing, length } = framingOf(status, fields);
  // HTTP/1.0 knows no chunks: whoever sends them so may mean anything by what follows.
  const clear = framing === "length" || (framing === "chunked" && minor === "1");
  const keepAlive = fields["keep-alive"];
  const seconds = keepAlive === undefined ? undefined : KEEP_ALIVE_TIMEOUT.exec(keepAlive)?.[1];
  return {
    status,
    framing,
    length,
    encoding: fields["content-encoding"]?.toLowerCase() ?? "",
    persistent: clear && staysOpen(minor, fields.connection),
    keepAliveSeconds: seconds === undefined ? undefined : Number(seconds),
  };
}
