import { describe, expect, test } from "vitest";
import { MalformedResponse } from "./response-head.js";
import { ResponseReader, ResponseTooLarge } from "./response-reader.js";

interface Read {
  readonly status: number;
  readonly body: string;
  readonly reusable: boolean;
}

/** Reads pieces as a socket brings them: all of them through one buffer that is written over each time. */
function readPieces(pieces: readonly Buffer[], maxBytes = 1_000_000): Read | undefined {
  const reader = new ResponseReader(maxBytes);
  const shared = Buffer.alloc(70_000);
  for (const [index, piece] of pieces.entries()) {
    shared.fill("?");
    piece.copy(shared);
    const response = reader.push(shared.subarray(0, piece.length));
    if (response !== undefined) {
      expect(index).toBe(pieces.length - 1);
      return { status: response.status, body: response.body.toString("utf8"), reusable: response.reusable };
    }
  }
  const response = reader.end();
  return response && { status: response.status, body: response.body.toString("utf8"), reusable: response.reusable };
}

const OK = "HTTP/1.1 200 OK\r\n";
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
const HAN = "学校 école 🎓";

const whole: readonly (readonly [name: string, wire: string, expected: Read])[] = [
  ["a length", `${OK}Content-Length: 5\r\n\r\nhello`, { status: 200, body: "hello", reusable: true }],
  ["no body", `${OK}Content-Length: 0\r\n\r\n`, { status: 200, body: "", reusable: true }],
  ["204", "HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n", { status: 204, body: "", reusable: true }],
  [
    "characters of several bytes",
    `${OK}Content-Length: ${Buffer.byteLength(HAN)}\r\n\r\n${HAN}`,
    { status: 200, body: HAN, reusable: true },
  ],
  [
    "chunks with extensions and trailers",
    `${CHUNKED}3;name="va;lue"\r\nhel\r\n00002 ; x\r\nlo\r\n0;last\r\nX-Sum: 1\r\nContent-Length: 99\r\n\r\n`,
    { status: 200, body: "hello", reusable: true },
  ],
  [
    "chunks of single bytes within characters",
    `${CHUNKED}${[...Buffer.from(HAN)].map((byte) => `1\r\n${String.fromCharCode(byte)}\r\n`).join("")}0\r\n\r\n`,
    { status: 200, body: HAN, reusable: true },
  ],
  ["chunks and none", `${CHUNKED}0\r\n\r\n`, { status: 200, body: "", reusable: true }],
  [
    "a body until the end",
    `${OK}\r\nhello\r\n\r\nHTTP/1.1 200 OK`,
    { status: 200, body: "hello\r\n\r\nHTTP/1.1 200 OK", reusable: false },
  ],
  ["an empty body until the end", `${OK}\r\n`, { status: 200, body: "", reusable: false }],
  [
    "responses before the one that counts",
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${OK}Content-Length: 2\r\n\r\nok`,
    { status: 200, body: "ok", reusable: true },
  ],
  [
    "an interim response that claims a body",
    `HTTP/1.1 100 Continue\r\nContent-Length: 7\r\n\r\n${OK}Content-Length: 2\r\n\r\nok`,
    { status: 200, body: "ok", reusable: true },
  ],
];

function bytesOf(name: string, wire: string): Buffer {
  // Single bytes are written as such there, one character each.
  return name === "chunks of single bytes within characters" ? Buffer.from(wire, "latin1") : Buffer.from(wire, "utf8");
}

describe.each(whole)("%s", (name, wire, expected) => {
  const bytes = bytesOf(name, wire);

  test("in one piece", () => {
    expect(readPieces([bytes])).toEqual(expected);
  });

  test("in two pieces, cut at every byte", () => {
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(readPieces([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected);
    }
  });

  test("byte by byte", () => {
    expect(readPieces([...bytes].map((byte) => Buffer.of(byte)))).toEqual(expected);
  });

  test("cut short anywhere, it is no response", () => {
    const untilClose = wire.startsWith(`${OK}\r\n`);
    for (let cut = 0; cut < bytes.length; cut++) {
      const read = readPieces([bytes.subarray(0, cut)]);
      if (!untilClose || cut < OK.length + 2) expect(read).toBeUndefined();
    }
  });

  test("with bytes beyond it, it is the same and the connection is not used again", () => {
    if (wire.startsWith(`${OK}\r\n`)) return;
    const more = Buffer.concat([bytes, Buffer.from("H")]);
    expect(readPieces([more])).toEqual({ ...expected, reusable: false });
    expect(readPieces([more.subarray(0, 20), more.subarray(20)])).toEqual({ ...expected, reusable: false });
  });
});

test.each([
  ["no size", `${CHUNKED}\r\nhello`],
  ["a size with a sign", `${CHUNKED}+5\r\nhello\r\n0\r\n\r\n`],
  ["a size below zero", `${CHUNKED}-5\r\nhello\r\n0\r\n\r\n`],
  ["a size with a prefix", `${CHUNKED}0x5\r\nhello\r\n0\r\n\r\n`],
  ["a size with a blank before it", `${CHUNKED} 5\r\nhello\r\n0\r\n\r\n`],
  ["a size beyond 32 bits", `${CHUNKED}100000005\r\nhello\r\n0\r\n\r\n`],
  ["a size that is a word", `${CHUNKED}five\r\nhello\r\n0\r\n\r\n`],
  ["a size with a bare line feed", `${CHUNKED}5\nhello\r\n0\r\n\r\n`],
  ["an extension with a bare carriage return", `${CHUNKED}5;a\rb\r\nhello\r\n0\r\n\r\n`],
  ["an extension with NUL", `${CHUNKED}5;a\0b\r\nhello\r\n0\r\n\r\n`],
  ["a chunk longer than its size", `${CHUNKED}4\r\nhello\r\n0\r\n\r\n`],
  ["a chunk shorter than its size", `${CHUNKED}6\r\nhello\r\n0\r\n\r\n`],
  ["a bare line feed after a chunk", `${CHUNKED}5\r\nhello\n0\r\n\r\n`],
  ["a size line without end", `${CHUNKED}5;${"a".repeat(5_000)}`],
  ["extensions without end", `${CHUNKED}${`1;${"a".repeat(1_000)}\r\nx\r\n`.repeat(20)}0\r\n\r\n`],
  ["trailers without end", `${CHUNKED}0\r\n${`x: ${"a".repeat(1_000)}\r\n`.repeat(20)}\r\n`],
  ["a bare line feed in trailers", `${CHUNKED}0\r\nx: a\n\r\n\r\n`],
  ["a head without end", `${OK}x: ${"a".repeat(66_000)}`],
  ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"],
  ["interim responses without end", "HTTP/1.1 100 Continue\r\n\r\n".repeat(2_000)],
  ["no HTTP", "SSH-2.0-OpenSSH_9.9\r\n\r\n"],
])("refuses %s", (_, wire) => {
  const bytes = Buffer.from(wire);
  expect(() => readPieces([bytes])).toThrow(MalformedResponse);
  expect(() => readPieces([...bytes].map((byte) => Buffer.of(byte)))).toThrow(MalformedResponse);
});

test("a length beyond the limit is refused before its body comes", () => {
  expect(() => readPieces([Buffer.from(`${OK}Content-Length: 11\r\n\r\n`)], 10)).toThrow(ResponseTooLarge);
  expect(readPieces([Buffer.from(`${OK}Content-Length: 10\r\n\r\n0123456789`)], 10)?.body).toBe("0123456789");
});

test.each([
  ["chunks", `${CHUNKED}6\r\n012345\r\n5\r\n67890`, `${CHUNKED}6\r\n012345\r\n4\r\n6789\r\n0\r\n\r\n`],
  ["a body until the end", `${OK}\r\n01234567890`, `${OK}\r\n0123456789`],
])("%s beyond the limit are refused as soon as they are beyond it", (_, beyond, within) => {
  expect(() => readPieces([Buffer.from(beyond)], 10)).toThrow(ResponseTooLarge);
  expect(() =>
    readPieces(
      [...Buffer.from(beyond)].map((byte) => Buffer.of(byte)),
      10,
    ),
  ).toThrow(ResponseTooLarge);
  expect(readPieces([Buffer.from(within)], 10)?.body).toBe("0123456789");
});

test("a length says nothing about the memory taken before the bytes are there", () => {
  const reader = new ResponseReader(1e9);
  const before = process.memoryUsage().arrayBuffers;
  expect(reader.push(Buffer.from(`${OK}Content-Length: 900000000\r\n\r\nx`))).toBeUndefined();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});
