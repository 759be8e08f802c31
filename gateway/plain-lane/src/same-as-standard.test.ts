import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { echo, startLaneServer, type LaneServer } from "./testing/lane-server.js";
import { connectRaw, post, type RawAnswer } from "./testing/raw-client.js";

const LONGEST = 400_000;

let fast: LaneServer;
let oneRead: LaneServer;
let severalReads: LaneServer;
let standard: LaneServer;

beforeAll(async () => {
  [oneRead, severalReads, standard] = await Promise.all([
    startLaneServer(echo, true),
    startLaneServer(echo, true, LONGEST),
    startLaneServer(echo, false),
  ]);
});

afterAll(async () => {
  await Promise.all([oneRead.stop(), severalReads.stop(), standard.stop()]);
});

const LAST = post("last", "Connection: close\r\n");

/**
 * Sends pieces, each after the answers to those before, and then a last request; gives all answers up to the end. The
 * sender of `pieces` says how many answers each brings.
 */
async function talk(port: number, pieces: readonly (readonly [bytes: string | Buffer, answers: number])[]) {
  const client = connectRaw(port);
  const answers: (Omit<RawAnswer, "connection"> | undefined)[] = [];
  const take = async (head: boolean): Promise<void> => {
    const answer = await client.answer(head);
    if (answer !== undefined) answers.push({ status: answer.status, type: answer.type, body: answer.body });
  };
  for (const [bytes, count] of pieces) {
    client.write(bytes);
    if (count === 0) await new Promise((resolve) => setImmediate(resolve));
    for (let turn = 0; turn < count; turn++) await take(String(bytes).startsWith("HEAD"));
  }
  client.write(LAST);
  await take(false);
  const clean = await client.ended();
  client.socket.destroy();
  return { answers, clean };
}

async function expectSame(pieces: readonly (readonly [bytes: string | Buffer, answers: number])[]) {
  const [seen, expected] = await Promise.all([talk(fast.port, pieces), talk(standard.port, pieces)]);
  expect(seen).toEqual(expected);
  return seen.answers;
}

/** Sends bytes up to one place in two pieces, and no more; gives all answers. */
async function leave(port: number, bytes: Buffer, end: number): Promise<readonly unknown[]> {
  const client = connectRaw(port);
  const half = Math.max(0, end - 3);
  client.write(bytes.subarray(0, half));
  await new Promise((resolve) => setImmediate(resolve));
  client.socket.end(bytes.subarray(half, end));
  const answers: unknown[] = [];
  for (let answer = await client.answer(); answer !== undefined; answer = await client.answer()) {
    answers.push({ ...answer, connection: undefined });
  }
  client.socket.destroy();
  return answers;
}

const CHUNKED = "POST / HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
const GET = "GET /livez HTTP/1.1\r\nHost: hub\r\n\r\n";
const long = "学".repeat(100_000);

describe.each([
  ["bodies of one read", () => oneRead],
  ["bodies of several reads", () => severalReads],
])("answers as node:http alone would, the lane with %s:", (_name, lane) => {
  beforeAll(() => {
    fast = lane();
  });

  test.each<[string, (readonly [string | Buffer, number])[]]>([
    ["a plain request", [[post("{}"), 1]]],
    [
      "plain requests, one after another",
      [
        [post("1"), 1],
        [post("2"), 1],
        [post("3"), 1],
      ],
    ],
    ["a body of UTF-8", [[post("学校🎓é\0\u2028"), 1]]],
    ["a body that is not UTF-8", [[Buffer.from(post("ab").replace("ab", "\u00ff\u00fe"), "latin1"), 1]]],
    ["an empty body", [[post(""), 1]]],
    ["no length", [["POST / HTTP/1.1\r\nHost: hub\r\n\r\n", 1]]],
    ["a length with zeros", [["POST / HTTP/1.1\r\nHost: hub\r\nContent-Length: 0005\r\n\r\nhello", 1]]],
    [
      "a body of several reads",
      [
        [post(long), 1],
        [post("after"), 1],
      ],
    ],
    [
      "a request in two pieces",
      [
        [post("hello").slice(0, 30), 0],
        [post("hello").slice(30), 1],
      ],
    ],
    [
      "a body in two pieces",
      [
        [post("hello").slice(0, -2), 0],
        ["lo", 1],
      ],
    ],
    [
      "a body in many pieces",
      [
        [post("hello").slice(0, -5), 0],
        ["h", 0],
        ["el", 0],
        ["l", 0],
        ["o", 1],
        [post("after"), 1],
      ],
    ],
    [
      "a head in two pieces, and the body apart",
      [
        [post("hello").slice(0, 30), 0],
        [post("hello").slice(30, -3), 0],
        ["llo", 1],
        [post("after"), 1],
      ],
    ],
    [
      "the end of a body and the next request in one piece",
      [
        [post("hello").slice(0, -2), 0],
        [`lo${post("2")}`, 2],
        [post("3"), 1],
      ],
    ],
    [
      "the end of a body and half of the next request",
      [
        [post("hello").slice(0, -2), 0],
        [`lo${post("2").slice(0, 20)}`, 1],
        [post("2").slice(20), 1],
      ],
    ],
    [
      "the end of a body and what is no request",
      [
        [post("hello").slice(0, -2), 0],
        ["lo\0\r\n\r\n", 2],
      ],
    ],
    [
      "a body in two pieces behind a plain request",
      [
        [post("1") + post("hello").slice(0, -2), 1],
        ["lo", 1],
        [post("after"), 1],
      ],
    ],
    [
      "a body in two pieces that is not UTF-8",
      [
        [Buffer.from(post("ab").replace("ab", "\u00e5"), "latin1"), 0],
        [Buffer.from([0xad]), 1],
      ],
    ],
    [
      "a body of several reads as long as the lane takes",
      [
        [post("a".repeat(LONGEST)), 1],
        [post("after"), 1],
      ],
    ],
    [
      "a body of several reads beyond what the lane takes",
      [
        [post("a".repeat(LONGEST + 1)), 1],
        [post("after"), 1],
      ],
    ],
    [
      "a chunked body in two pieces",
      [
        [CHUNKED.slice(0, -9), 0],
        [CHUNKED.slice(-9), 1],
      ],
    ],
    ["two plain requests in one piece", [[post("1") + post("2"), 2]]],
    ["a plain request and a GET in one piece", [[post("1") + GET, 2]]],
    ["a GET and a plain request in one piece", [[GET + post("1"), 2]]],
    [
      "a plain request and half of the next",
      [
        [post("1") + post("2").slice(0, 20), 1],
        [post("2").slice(20), 1],
      ],
    ],
    [
      "a plain request after one that was not",
      [
        [GET, 1],
        [post("1"), 1],
      ],
    ],
    [
      "GET after plain requests",
      [
        [post("1"), 1],
        [GET, 1],
        ["GET /readyz?a=b HTTP/1.1\r\nHost: hub\r\n\r\n", 1],
      ],
    ],
    [
      "HEAD after a plain request",
      [
        [post("1"), 1],
        ["HEAD / HTTP/1.1\r\nHost: hub\r\n\r\n", 1],
        [post("2"), 1],
      ],
    ],
    [
      "OPTIONS after a plain request",
      [
        [post("1"), 1],
        ["OPTIONS * HTTP/1.1\r\nHost: hub\r\n\r\n", 1],
      ],
    ],
    [
      "a chunked request",
      [
        [CHUNKED, 1],
        [post("2"), 1],
      ],
    ],
    [
      "a chunked request after a plain one",
      [
        [post("1"), 1],
        [CHUNKED, 1],
      ],
    ],
    [
      "Expect: 100-continue",
      [
        [post("hello", "Expect: 100-continue\r\n").slice(0, -5), 1],
        ["hello", 1],
      ],
    ],
    ["Expect: 100-continue with the body at once", [[post("hello", "Expect: 100-continue\r\n"), 2]]],
    ["another expectation", [[post("hello", "Expect: more\r\n"), 1]]],
    ["Upgrade", [[post("1", "Connection: upgrade\r\nUpgrade: websocket\r\n"), 1]]],
    ["HTTP/2 asked for", [["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 1]]],
    ["a header twice", [[post("1", "X-A: 1\r\nX-A: 2\r\n"), 1]]],
    ["authorization twice", [[post("1", "Authorization: a\r\nAuthorization: b\r\n"), 1]]],
    ["two hosts", [[post("1", "Host: other\r\n"), 1]]],
    ["no host", [["POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n1", 1]]],
    ["an empty host", [["POST / HTTP/1.1\r\nHost:\r\nContent-Length: 1\r\n\r\n1", 1]]],
    ["an absolute URL", [[post("1", "", "http://hub/graphql?a=1"), 1]]],
    ["a URL with everything", [[post("1", "", '/a/../b?c=%20&d[]={e}|\\^`"<>#f'), 1]]],
    ["a URL that is not ASCII", [[Buffer.from(post("1", "", "/\u00e9"), "latin1"), 1]]],
    ["HTTP/1.0", [["POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\n1", 1]]],
    ["HTTP/1.0 kept alive", [["POST / HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\n1", 1]]],
    ["HTTP/0.9", [["POST /\r\n", 1]]],
    ["Connection: close", [[post("1", "Connection: close\r\n"), 1]]],
    ["Connection: Keep-Alive", [[post("1", "Connection: Keep-Alive\r\n"), 1]]],
    ["a header with blanks around and within", [[post("1", "X-A: \t a \t b \t \r\nX-B:\r\nX-C:c\r\n"), 1]]],
    ["a header of latin-1", [[Buffer.from(post("1", "X-A: \u00e9\u00ff\r\n"), "latin1"), 1]]],
    ["a header named as nothing should be", [[post("1", "__proto__: 1\r\nconstructor: 2\r\n"), 1]]],
    ["a header name of odd characters", [[post("1", "x!#$%&'*+.^`|~: 1\r\nx_y: 2\r\n"), 1]]],
    ["a length too long for the body", [[post("hello", "X-A: 1\r\n").replace(": 5", ": 6"), 1]]],
    ["a length too short for the body", [[post("hello").replace(": 5", ": 4"), 2]]],
    ["a length too short, the rest of it a request", [[post(`hello${post("smuggled")}`).replace(/: \d+/, ": 5"), 2]]],
    ["two lengths", [[post("hello", "Content-Length: 4\r\n"), 1]]],
    ["a length twice alike", [[post("hello", "Content-Length: 5\r\n"), 1]]],
    ["two lengths in one field", [[post("hello").replace(": 5", ": 5, 5"), 1]]],
    ["a length with a sign", [[post("hello").replace(": 5", ": +5"), 1]]],
    ["a length below zero", [[post("hello").replace(": 5", ": -5"), 1]]],
    ["a length in hexadecimal", [[post("hello").replace(": 5", ": 0x5"), 1]]],
    ["a huge length", [[post("hello").replace(": 5", ": 99999999999999999999"), 1]]],
    ["a length beside chunks", [[post("0\r\n\r\n", "Transfer-Encoding: chunked\r\n"), 1]]],
    ["another transfer coding", [[post("hello", "Transfer-Encoding: gzip\r\n"), 1]]],
    ["a transfer coding with a blank before the colon", [[post("0\r\n\r\n", "Transfer-Encoding : chunked\r\n"), 1]]],
    ["a folded header", [[post("1", "X-A: 1\r\n 2\r\n"), 1]]],
    ["a header without a colon", [[post("1", "X-A\r\n"), 1]]],
    ["a header without a name", [[post("1", ": 1\r\n"), 1]]],
    ["a bare line feed", [[post("1", "X-A: 1\nX-B: 2\r\n"), 1]]],
    ["bare line feeds alone", [[post("1").replaceAll("\r\n", "\n"), 1]]],
    ["a bare carriage return", [[post("1", "X-A: 1\rX-B: 2\r\n"), 1]]],
    ["NUL in a header", [[post("1", "X-A: 1\0\r\n"), 1]]],
    ["empty lines first", [[`\r\n\r\n${post("1")}`, 1]]],
    [
      "an empty line after the body",
      [
        [`${post("1")}\r\n`, 1],
        [post("2"), 1],
      ],
    ],
    ["a method in lower case", [[post("1").replace("POST", "post"), 1]]],
    ["a method that is none", [[post("1").replace("POST", "PO ST"), 1]]],
    ["two blanks in the first line", [[post("1").replace("POST ", "POST  "), 1]]],
    ["a head near the limit", [[post("1", `X-A: ${"a".repeat(15_000)}\r\n`), 1]]],
    ["a head beyond the limit", [[post("1", `X-A: ${"a".repeat(17_000)}\r\n`), 1]]],
    [
      "many headers beyond the limit",
      [[post("1", Array.from({ length: 2_000 }, (_, i) => `X-${i}: aa\r\n`).join("")), 1]],
    ],
    ["a coded body", [[post("1", "Content-Encoding: gzip\r\n"), 1]]],
    ["trailers announced", [[post("1", "TE: trailers\r\nTrailer: X-A\r\n"), 1]]],
    ["no HTTP", [["hello\r\n\r\n", 1]]],
    ["TLS", [[Buffer.from("16030102000100", "hex"), 1]]],
  ])("%s", async (_, pieces) => {
    await expectSame(pieces);
  });

  test("requests cut at every byte", async () => {
    const bytes = Buffer.from(post("{学}"));
    const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
    const answers = await Promise.all(
      cuts.map((cut) =>
        expectSame([
          [bytes.subarray(0, cut), 0],
          [bytes.subarray(cut), 1],
        ]),
      ),
    );
    for (const [first] of answers) expect(JSON.parse(first?.body ?? "")).toMatchObject({ body: "{学}" });
  });

  test("requests cut at every two bytes around the begin of the body", async () => {
    const bytes = Buffer.from(post("{学校}"));
    const body = bytes.length - 8;
    const pairs = Array.from({ length: 12 }, (_, first) => body - 4 + first).flatMap((first) =>
      Array.from({ length: bytes.length - 1 - first }, (_, more) => [first, first + 1 + more] as const),
    );
    const answers = await Promise.all(
      pairs.map(([first, second]) =>
        expectSame([
          [bytes.subarray(0, first), 0],
          [bytes.subarray(first, second), 0],
          [bytes.subarray(second), 1],
        ]),
      ),
    );
    for (const [first] of answers) expect(JSON.parse(first?.body ?? "")).toMatchObject({ body: "{学校}" });
  });

  test("a client that sends no more after any of its bytes", async () => {
    const bytes = Buffer.from(`${post("{学}")}${post("{}")}`);
    const ends = Array.from({ length: bytes.length + 1 }, (_, end) => end);
    await Promise.all(
      ends.map(async (end) => {
        const [seen, expected] = await Promise.all([fast, standard].map(({ port }) => leave(port, bytes, end)));
        expect(seen).toEqual(expected);
      }),
    );
  });

  test("1,000 requests broken at random", async () => {
    const random = seeded(20_261_121);
    const mutants = Array.from({ length: 1_000 }, () => mutate(random));
    for (let from = 0; from < mutants.length; from += 200) {
      await Promise.all(mutants.slice(from, from + 200).map((mutant) => expectSame([[mutant, 1]])));
    }
  });
});

/** Numbers that come again the same in every run: mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const SPLINTERS = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  " ",
  "\t",
  ":",
  ",",
  ";",
  "\x0b",
  "\x7f",
  "\u00e9",
  "0",
  "5",
  "+",
  "-",
  "/",
  "?",
  "#",
  "HTTP/1.1",
  "HTTP/1.0",
  "Host: a\r\n",
  "Content-Length: 3\r\n",
  "Transfer-Encoding: chunked\r\n",
  "\r\n\r\n",
  "Connection: close\r\n",
  "Expect: 100-continue\r\n",
  "Upgrade: h2c\r\n",
  "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
  "0\r\n\r\n",
  "X: y\r\n",
  "keep-alive",
];

function mutate(random: (below: number) => number): Buffer {
  let text = post('{"a":1}', random(2) === 0 ? "" : "X-Request-Id: 1\r\nConnection: keep-alive\r\n");
  for (let turn = random(3); turn >= 0; turn--) {
    const at = random(text.length);
    const splinter = SPLINTERS[random(SPLINTERS.length)] ?? "";
    text = text.slice(0, at) + splinter + text.slice(at + random(3));
  }
  return Buffer.from(text, "latin1");
}
