import { describe, expect, test } from "vitest";
import { HeadMemory } from "./head-memory.js";
import { readHead } from "./response-head.js";

const FIELDS = ["Date: Mon, 05 Jan 2026 08:00:00 GMT", "Keep-Alive: timeout=5"];
const head = (...fields: readonly string[]): string => ["HTTP/1.1 200 OK", ...fields].join("\r\n");

function outcome(read: (text: string) => unknown, text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    return (error as Error).message;
  }
}

const variants = (field: string): readonly string[] => [
  head(...FIELDS, field),
  head(field, ...FIELDS),
  head(FIELDS[0] as string, field, FIELDS[1] as string),
  head(field),
];

const KNOWN = [
  "Content-Length: 12",
  "content-length:7",
  "CONTENT-LENGTH:\t 0",
  "Content-Length: 12, 12",
  "Content-Length: 12\r\nContent-Length: 12",
  "Content-Length: 12\r\nX-Content-Length: 12",
  "Content-Length: 12\r\nTransfer-Encoding: gzip",
  "Transfer-Encoding: chunked",
  "X: content-length: 3",
];

const NEXT = [
  ...KNOWN,
  "Content-Length: 12",
  "Content-Length: 999999999999999",
  "Content-Length: 9999999999999999",
  "Content-Length: 0012",
  "Content-Length: ",
  "Content-Length: -1",
  "Content-Length: 1e3",
  "Content-Length: 0x1",
  "Content-Length: 12 ",
  "Content-Length: 1 2",
  "Content-Length: 12\r\nContent-Length: 13",
  "Content-Length: 12,13",
  "Content-Length: 12\r\nTransfer-Encoding: chunked",
  "Content-Length: 12\r\nConnection: close",
  "Content-Length: 12\r\nContent-Encoding: gzip",
  "Content-Length: 12\r\n folded",
  "Content-Length: \u0661",
  "Content-Lengths: 12",
];

describe("reads every head as if it were the first", () => {
  test.each(KNOWN)("after one with %j", (known) => {
    for (const before of variants(known)) {
      for (const after of NEXT.flatMap(variants)) {
        const memory = new HeadMemory();
        outcome((text) => memory.read(text), before);
        expect(
          outcome((text) => memory.read(text), after),
          after,
        ).toEqual(outcome(readHead, after));
      }
    }
  });

  test.each([100, 204, 304, 404, 503])("after and before one of status %i", (status) => {
    const plain = head("Content-Length: 5", ...FIELDS);
    const other = plain.replace("200 OK", `${status} -`);
    for (const texts of [
      [plain, other, other.replace(": 5", ": 6"), plain.replace(": 5", ": 7")],
      [other, other.replace(": 5", ": 8"), plain, other],
    ]) {
      const memory = new HeadMemory();
      for (const text of texts) expect(memory.read(text)).toEqual(readHead(text));
    }
  });

  test("of another date, and one that is a part of the last", () => {
    const memory = new HeadMemory();
    const plain = head(...FIELDS, "Content-Length: 512");
    for (const text of [
      plain,
      plain.replace("08:00:00", "08:00:01"),
      plain,
      plain.slice(0, -3),
      plain.slice(0, -1),
      plain.slice(0, -20),
      "HTTP/1.1 200 OK",
    ]) {
      expect(outcome((given) => memory.read(given), text)).toEqual(outcome(readHead, text));
    }
  });
});
