import { describe, expect, test } from "vitest";
import { MalformedResponse, readHead } from "./response-head.js";

const head = (...lines: readonly string[]): string => lines.join("\r\n");
const OK = "HTTP/1.1 200 OK";

describe("how the end of a body is found", () => {
  test.each([
    ["a length", [OK, "Content-Length: 12"], { framing: "length", length: 12 }],
    [
      "a length whatever the name's case and blanks",
      [OK, "cOnTeNt-LeNgTh:\t 12 \t"],
      { framing: "length", length: 12 },
    ],
    ["a length said twice alike", [OK, "Content-Length: 12", "Content-Length: 12"], { framing: "length", length: 12 }],
    ["a length said twice alike in one field", [OK, "Content-Length: 12, 12"], { framing: "length", length: 12 }],
    ["chunks", [OK, "Transfer-Encoding: Chunked"], { framing: "chunked", length: 0 }],
    ["neither", [OK, "Content-Type: text/plain"], { framing: "until close", length: 0 }],
    ["no fields at all", [OK], { framing: "until close", length: 0 }],
    [
      "204, whatever length it says",
      ["HTTP/1.1 204 No Content", "Content-Length: 5"],
      { framing: "length", length: 0 },
    ],
    [
      "304, whose length is another answer's",
      ["HTTP/1.1 304 -", "Content-Length: 5"],
      { framing: "length", length: 0 },
    ],
    [
      "204 with chunks that may not be",
      ["HTTP/1.1 204 -", "Transfer-Encoding: chunked"],
      { framing: "length", length: 0 },
    ],
  ])("%s", (_, lines, expected) => {
    expect(readHead(head(...lines))).toMatchObject(expected);
  });
});

describe("whether the connection stays open", () => {
  test.each([
    [[OK, "Content-Length: 0"], true],
    [[OK, "Content-Length: 0", "Connection: close"], false],
    [[OK, "Content-Length: 0", "Connection: x, CLOSE"], false],
    [[OK, "Content-Length: 0", "Connection: x", "Connection: close"], false],
    [[OK, "Transfer-Encoding: chunked"], true],
    [[OK], false],
    [["HTTP/1.0 200 OK", "Content-Length: 0"], false],
    [["HTTP/1.0 200 OK", "Content-Length: 0", "Connection: Keep-Alive"], true],
    [["HTTP/1.0 200 OK", "Content-Length: 0", "Connection: keep-alive, close"], false],
    [["HTTP/1.0 200 OK", "Transfer-Encoding: chunked", "Connection: keep-alive"], false],
  ])("%j: %s", (lines, persistent) => {
    expect(readHead(head(...lines)).persistent).toBe(persistent);
  });

  test.each([
    ["timeout=5", 5],
    ["max=100, Timeout=7", 7],
    ["timeout=0", 0],
    ["max=100", undefined],
    ["timeout=-1", undefined],
    ["notimeout=9", undefined],
  ])("Keep-Alive: %s", (value, seconds) => {
    expect(readHead(head(OK, `Keep-Alive: ${value}`)).keepAliveSeconds).toBe(seconds);
  });
});

test("reads the status with and without a reason, and the coding", () => {
  expect(readHead("HTTP/1.1 404").status).toBe(404);
  expect(readHead(head("HTTP/1.1 404", "a: b")).status).toBe(404);
  expect(readHead(head("HTTP/1.1 404 ", "a: b")).status).toBe(404);
  expect(readHead(head("HTTP/1.1 503 \u00e9l\u00e8ve", "Content-Encoding: GZIP")).encoding).toBe("gzip");
  expect(readHead(head(OK, "x-note: \u00e9\u00ff", "x-empty:")).encoding).toBe("");
});

test.each([
  ["another protocol", ["HTTP/2 200 OK"]],
  ["another version", ["HTTP/1.2 200 OK"]],
  ["a status of four digits", ["HTTP/1.1 2000 OK"]],
  ["a status of two digits", ["HTTP/1.1 20 OK"]],
  ["a status out of range", ["HTTP/1.1 600 OK"]],
  ["an empty line first", ["", OK]],
  ["a folded line", [OK, "x: a", " b: c"]],
  ["a folded length", [OK, "Content-Length:", " 5"]],
  ["a field without a colon", [OK, "abc"]],
  ["a field without a name", [OK, ": abc"]],
  ["a blank after the name", [OK, "Content-Length : 5"]],
  ["a blank within the name", [OK, "Content Length: 5"]],
  ["a tab before the name", [OK, "\tContent-Length: 5"]],
  ["a control character in the name", [OK, "Content-Length\x01: 5"]],
  ["a name that is not ASCII", [OK, "Content-L\u00e9ngth: 5"]],
  ["a bare line feed", [OK, "x: a\nContent-Length: 5"]],
  ["a bare carriage return", [OK, "x: a\rContent-Length: 5"]],
  ["a bare line feed after the status", [`${OK}\nContent-Length: 5`]],
  ["a NUL in a value", [OK, "x: a\0b"]],
  ["a control character in a value", [OK, "x: a\x0bb"]],
  ["a NUL in the reason", ["HTTP/1.1 200 O\0K"]],
  ["a length with a sign", [OK, "Content-Length: +5"]],
  ["a length below zero", [OK, "Content-Length: -5"]],
  ["a length in hexadecimal", [OK, "Content-Length: 0x5"]],
  ["a length with a fraction", [OK, "Content-Length: 5.0"]],
  ["a length with a blank inside", [OK, "Content-Length: 5 5"]],
  ["an empty length", [OK, "Content-Length:"]],
  ["a length beyond all numbers", [OK, `Content-Length: ${"9".repeat(20)}`]],
  ["two lengths", [OK, "Content-Length: 5", "Content-Length: 6"]],
  ["two lengths in one field", [OK, "Content-Length: 5, 6"]],
  ["a length and nothing in one field", [OK, "Content-Length: 5,"]],
  ["a length beside chunks", [OK, "Content-Length: 5", "Transfer-Encoding: chunked"]],
  ["chunks beside a length", [OK, "Transfer-Encoding: chunked", "Content-Length: 5"]],
  ["another transfer coding", [OK, "Transfer-Encoding: gzip, chunked"]],
  ["chunks twice", [OK, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"]],
  ["a transfer coding that only looks like chunks", [OK, "Transfer-Encoding: xchunked"]],
  ["no transfer coding", [OK, "Transfer-Encoding:"]],
])("refuses %s", (_, lines) => {
  expect(() => readHead(head(...lines))).toThrow(MalformedResponse);
});

test("a head made to be read slowly is not", () => {
  const started = process.cpuUsage();
  for (const line of ["x".repeat(60_000), `x:${" ".repeat(60_000)}\x01`, "a:b\r\n".repeat(12_000)]) {
    expect(() => readHead(head(OK, line))).toThrow(MalformedResponse);
  }
  expect(process.cpuUsage(started).user).toBeLessThan(500_000);
});
