import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { exchange, ExchangeFailure, type Exchange } from "../http-exchange.js";
import { ConnectionPool } from "./connection-pool.js";
import { answering, ok, startRawServer, type Peer } from "./testing/raw-server.js";

const closing: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Started {
  readonly pool: ConnectionPool;
  readonly accepted: () => number;
}

async function start(serve: (peer: Peer) => Promise<void> | void, size = 1, host = "127.0.0.1"): Promise<Started> {
  const server = await startRawServer(serve, { host });
  const pool = new ConnectionPool(new URL(`http://${host.includes(":") ? `[${host}]` : host}:${server.port}`), size);
  closing.push(
    () => server.close(),
    () => pool.destroy(),
  );
  return { pool, accepted: () => server.accepted };
}

function ask(pool: ConnectionPool, body: string, changes: Partial<Exchange> = {}): Promise<string> {
  const { signal } = new AbortController();
  const request: Exchange = { path: "/graphql", headers: "", timeoutMs: 20_000, signal, maxBytes: 10_000_000, body };
  return exchange(pool, { ...request, ...changes }).then(({ text }) => text);
}

function failure(work: Promise<unknown>): Promise<ExchangeFailure> {
  return work.then(
    (text) => expect.unreachable(`answered ${String(text)}`),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ExchangeFailure);
      return error as ExchangeFailure;
    },
  );
}

const bodyOf = (request: string): string => request.slice(request.indexOf("\r\n\r\n") + 4);
const echoing = answering((request) => ok(bodyOf(request)));

describe("requests and answers", () => {
  test("a request is written as RFC 9112 has it", async () => {
    let seen = "";
    const { pool } = await start(answering((request) => ((seen = request), ok("1"))));
    await ask(pool, '{"q":"学"}', { headers: "x-name: \u00e9\r\n" });
    expect(seen).toBe(
      `POST /graphql HTTP/1.1\r\nhost: ${pool.host}\r\nx-name: \ufffd\r\ncontent-length: 11\r\n\r\n{"q":"学"}`,
    );
    await ask(pool, "", { method: "GET" });
    expect(seen).toBe(`GET /graphql HTTP/1.1\r\nhost: ${pool.host}\r\n\r\n`);
  });

  test("1,000 requests over 2 connections each get their own answer", async () => {
    // Odd answers come in chunks and in two pieces, so that connections end their answers in every order.
    const { pool, accepted } = await start(async (peer) => {
      for (;;) {
        const body = bodyOf(await peer.request());
        if (Number(body) % 2 === 0) {
          peer.write(ok(body));
        } else {
          peer.write(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`);
          await new Promise((resolve) => setImmediate(resolve));
          peer.write(`${body}\r\n0\r\n\r\n`);
        }
      }
    }, 2);
    const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => ask(pool, String(index))));
    expect(answers).toEqual(Array.from({ length: 1_000 }, (_, index) => String(index)));
    expect(accepted()).toBe(2);
  });

  test("characters cut between two reads are whole", async () => {
    const text = "学校🎓é".repeat(10);
    const bytes = Buffer.from(ok(text));
    const { pool } = await start(async (peer) => {
      await peer.request();
      for (const byte of bytes) {
        peer.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    expect(await ask(pool, "1")).toBe(text);
  });

  test.each([
    ["of known length", (text: string) => ok(text)],
    [
      "in chunks",
      (text: string) =>
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${text
          .match(/[^]{1,10000}/g)
          ?.map((part) => `${part.length.toString(16)};x=1\r\n${part}\r\n`)
          .join("")}0\r\nx: y\r\n\r\n`,
    ],
    ["until the connection's end", (text: string) => `HTTP/1.1 200 OK\r\n\r\n${text}`],
  ])("5 MB %s", async (name, write) => {
    const text = Array.from({ length: 500_000 }, (_, index) => String(index).padStart(10, "0")).join("");
    const { pool, accepted } = await start(async (peer) => {
      for (;;) {
        await peer.request();
        peer.write(write(text));
        if (name.startsWith("until")) peer.socket.end();
      }
    });
    expect((await ask(pool, "1")) === text).toBe(true);
    expect((await ask(pool, "2")) === text).toBe(true);
    expect(accepted()).toBe(name.startsWith("until") ? 2 : 1);
  });

  test("5 MB are sent whole, whatever the server's pace", async () => {
    const text = `${"a".repeat(5_000_000)}学`;
    const { pool } = await start(echoing);
    expect((await ask(pool, text)) === text).toBe(true);
  });
});

describe("a connection is used again", () => {
  test.each([
    ["when the server says nothing", ok("1"), 1],
    ["not when it says close", ok("1", "Connection: close\r\n"), 3],
    ["not when it keeps idle connections for no time", ok("1", "Keep-Alive: timeout=0\r\n"), 3],
    ["not when it keeps them for a second, for it may end right now", ok("1", "Keep-Alive: timeout=1\r\n"), 3],
    ["when it keeps them longer", ok("1", "Keep-Alive: timeout=5, max=100\r\n"), 1],
    ["not with HTTP/1.0", ok("1").replace("1.1", "1.0"), 3],
    ["with HTTP/1.0 that asks for it", ok("1", "Connection: keep-alive\r\n").replace("1.1", "1.0"), 1],
    ["after 204", "HTTP/1.1 204 No Content\r\n\r\n", 1],
    ["not after bytes beyond the answer", `${ok("1")}HTTP/1.1 200 OK\r\n`, 3],
    ["not after a second answer", ok("1") + ok("stolen"), 3],
  ])("%s", async (_, answer, connections) => {
    const { pool, accepted } = await start(answering(() => answer));
    for (let turn = 0; turn < 3; turn++) expect(await ask(pool, "q")).toBe(answer.includes("204") ? "" : "1");
    expect(accepted()).toBe(connections);
  });

  test("and those who wait take it over at once, unless it closes", async () => {
    const { pool, accepted } = await start(
      answering((request) => ok(bodyOf(request), Number(bodyOf(request)) % 3 === 2 ? "Connection: close\r\n" : "")),
    );
    const answers = await Promise.all(Array.from({ length: 9 }, (_, index) => ask(pool, String(index))));
    expect(answers).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
    expect(accepted()).toBe(3);
  });

  test("not after the server closed it while idle", async () => {
    let gone: Promise<unknown> = Promise.resolve();
    const { pool, accepted } = await start(async (peer) => {
      await peer.request();
      gone = once(peer.socket, "close");
      peer.socket.end(ok(String(peer.place)));
    });
    for (const place of ["0", "1", "2"]) {
      expect(await ask(pool, "q")).toBe(place);
      await gone;
    }
    expect(accepted()).toBe(3);
  });
});

describe("bytes nobody asked for are never an answer", () => {
  test("sent on an idle connection, they end it", async () => {
    const peers: Peer[] = [];
    const { pool, accepted } = await start(async (peer) => {
      peers.push(peer);
      await echoing(peer);
    });
    expect(await ask(pool, "1")).toBe("1");
    const { socket, write } = peers[0] as Peer;
    write(ok("stolen"));
    await once(socket, "close");
    expect(await ask(pool, "2")).toBe("2");
    expect(accepted()).toBe(2);
  });

  test("sent right after an answer that ends with a full read, they do not answer the next who waits", async () => {
    const READ = 65_536;
    const body = "a".repeat(READ - ok("", "").length - String(READ).length + 1);
    const answer = ok(body);
    expect(answer).toHaveLength(READ);
    const { pool, accepted } = await start(async (peer) => {
      const request = bodyOf(await peer.request());
      // One write: the client finds the second answer in its socket as soon as it has read the first.
      peer.write(request === "1" ? answer + ok("stolen") : ok(request));
    });
    const [first, second] = await Promise.all([ask(pool, "1"), ask(pool, "2")]);
    expect(first === body).toBe(true);
    expect(second).toBe("2");
    expect(accepted()).toBe(2);
  });

  test("an answer before the whole request is the answer, and the rest of the request meets nobody else", async () => {
    const { pool, accepted } = await start(async (peer) => {
      if (peer.place > 0) return echoing(peer);
      peer.socket.once("readable", () => undefined);
      peer.socket.pause();
      peer.write(ok("too long", "Keep-Alive: timeout=60\r\n"));
      return undefined;
    });
    expect(await ask(pool, "a".repeat(30_000_000))).toBe("too long");
    expect(await ask(pool, "2")).toBe("2");
    expect(accepted()).toBe(2);
  });
});

describe("what fails says how, and leaves the pool whole", () => {
  test.each([
    ["an answer cut short", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", "connection"],
    ["chunks cut short", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "connection"],
    ["a head cut short", "HTTP/1.1 200 OK\r\n", "connection"],
    ["no answer", "", "connection"],
    ["no HTTP", "hello\r\n\r\n", "malformed"],
    [
      "a length beside chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
      "malformed",
    ],
    ["another protocol", "HTTP/1.1 101 Go\r\nUpgrade: x\r\n\r\n", "malformed"],
    ["a length too long", ok("a".repeat(101)), "too large"],
    ["chunks too long", `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n${"a".repeat(101)}`, "too large"],
    ["too much until the end", `HTTP/1.1 200 OK\r\n\r\n${"a".repeat(101)}`, "too large"],
    ["another coding", ok("1", "Connection: close\r\nContent-Encoding: constructor\r\n"), "undecodable"],
    ["a coding it is not in", ok("1", "Connection: close\r\nContent-Encoding: gzip\r\n"), "undecodable"],
  ] as const)("%s", async (_, answer, kind) => {
    const { pool } = await start(async (peer) => {
      for (;;) {
        const request = await peer.request();
        peer.write(bodyOf(request) === "good" ? ok("good") : answer);
        if (bodyOf(request) !== "good") peer.socket.end();
      }
    });
    const fault = await failure(ask(pool, "bad", { maxBytes: 100 }));
    expect([fault.kind, fault.sent]).toEqual([kind, true]);
    expect(await ask(pool, "good")).toBe("good");
  });

  test("a reset in the middle of a body", async () => {
    const { pool } = await start(async (peer) => {
      if (bodyOf(await peer.request()) === "2") return peer.write(ok("2"));
      peer.socket.write("HTTP/1.1 200 OK\r\n\r\nhell", () => peer.socket.resetAndDestroy());
    });
    const fault = await failure(ask(pool, "1"));
    expect([fault.kind, fault.sent]).toEqual(["connection", true]);
    expect(await ask(pool, "2")).toBe("2");
  });

  test("a refused connection was not sent", async () => {
    const unused = createServer().listen(0, "127.0.0.1");
    await once(unused, "listening");
    const { port } = unused.address() as { port: number };
    unused.close();
    await once(unused, "close");
    const pool = new ConnectionPool(new URL(`http://127.0.0.1:${port}`), 2);
    const faults = await Promise.all(Array.from({ length: 50 }, () => failure(ask(pool, "q"))));
    expect(new Set(faults.map(({ kind, sent }) => `${kind} ${sent}`))).toEqual(new Set(["connection false"]));
  });

  test("a name nobody has was not sent", async () => {
    const fault = await failure(ask(new ConnectionPool(new URL("http://nobody.invalid:1"), 1), "q"));
    expect([fault.kind, fault.sent]).toEqual(["connection", false]);
  });
});

describe("time and leaving", () => {
  const silent = (): void => undefined;

  test("a deadline is kept while waiting for a connection and while waiting for an answer", async () => {
    const { pool, accepted } = await start(silent);
    const [running, waiting] = await Promise.all([
      failure(ask(pool, "1", { timeoutMs: 60 })),
      failure(ask(pool, "2", { timeoutMs: 30 })),
    ]);
    expect([running.kind, running.sent]).toEqual(["timeout", true]);
    expect([waiting.kind, waiting.sent]).toEqual(["timeout", false]);
    expect(accepted()).toBeLessThanOrEqual(1);
  });

  test("a deadline beyond what timers take is not one at once", async () => {
    const { pool } = await start(echoing);
    expect(await ask(pool, "1", { timeoutMs: Number.MAX_SAFE_INTEGER })).toBe("1");
  });

  test("who leaves while waiting costs nobody a connection, and who leaves while reading frees one", async () => {
    let arrived = (): void => undefined;
    const inFlight = new Promise<void>((resolve) => (arrived = resolve));
    const ended: string[] = [];
    const { pool, accepted } = await start(async (peer) => {
      peer.socket.once("close", () => ended.push("connection"));
      for (;;) {
        const body = bodyOf(await peer.request());
        if (body !== "1") peer.write(ok(body));
        else peer.socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", arrived);
      }
    });
    const reading = new AbortController();
    const waiting = new AbortController();
    const first = failure(ask(pool, "1", { signal: reading.signal }));
    const second = failure(ask(pool, "2", { signal: waiting.signal }));
    const third = ask(pool, "3");
    waiting.abort();
    expect([(await second).kind, (await second).sent]).toEqual(["cancelled", false]);
    await inFlight;
    expect([accepted(), ended]).toEqual([1, []]);
    reading.abort();
    expect([(await first).kind, (await first).sent]).toEqual(["cancelled", true]);
    expect(await third).toBe("3");
    expect([accepted(), ended]).toEqual([2, ["connection"]]);
  });

  test("who leaves while connecting ends the attempt", async () => {
    const { pool, accepted } = await start(echoing);
    const left = new AbortController();
    const first = failure(ask(pool, "1", { signal: left.signal }));
    const second = ask(pool, "2");
    left.abort();
    expect((await first).kind).toBe("cancelled");
    expect(await second).toBe("2");
    expect(accepted()).toBeLessThanOrEqual(2);
  });

  test("thousands who gave up while they waited leave the way free for who comes then", async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { pool } = await start(async (peer) => {
      for (;;) {
        const body = bodyOf(await peer.request());
        if (body === "first") await held;
        peer.write(ok(body));
      }
    });
    const first = ask(pool, "first");
    const left = new AbortController();
    const gone = Array.from({ length: 3_000 }, () => failure(ask(pool, "gone", { signal: left.signal })));
    const staying = ask(pool, "staying");
    left.abort();
    await Promise.all(gone);
    const later = Array.from({ length: 2_000 }, (_, index) => ask(pool, String(index)));
    release();
    expect([await first, await staying]).toEqual(["first", "staying"]);
    expect(await Promise.all(later)).toEqual(Array.from({ length: 2_000 }, (_, index) => String(index)));
  });

  test("destroy() ends what runs, what waits and what comes later", async () => {
    let arrived = (): void => undefined;
    const inFlight = new Promise<void>((resolve) => (arrived = resolve));
    const { pool, accepted } = await start(async (peer) => {
      await peer.request();
      arrived();
    });
    const running = failure(ask(pool, "1"));
    const waiting = failure(ask(pool, "2"));
    await inFlight;
    pool.destroy();
    const late = failure(ask(pool, "3"));
    const seen = (await Promise.all([running, waiting, late])).map(({ kind, sent }) => [kind, sent]);
    expect(seen).toEqual([
      ["connection", true],
      ["connection", false],
      ["connection", false],
    ]);
    expect(accepted()).toBe(1);
  });
});

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));
const localhost = (await lookup("localhost", { all: true })).map(({ address }) => address);

describe("addresses", () => {
  test.skipIf(!hasIpv6)("IPv6", async () => {
    const { pool } = await start(echoing, 1, "::1");
    expect(pool.host).toMatch(/^\[::1\]:\d+$/);
    expect(await ask(pool, "1")).toBe("1");
  });

  test.each(localhost)("a name, of whose addresses only %s listens", async (host) => {
    const server = await startRawServer(echoing, { host });
    const pool = new ConnectionPool(new URL(`http://localhost:${server.port}`), 1);
    closing.push(
      () => server.close(),
      () => pool.destroy(),
    );
    expect(await ask(pool, "1")).toBe("1");
    expect(await ask(pool, "2")).toBe("2");
    expect(server.accepted).toBe(1);
  });
});

test("a connection costs its buffer and little more", async () => {
  const { pool, accepted } = await start(async (peer) => {
    await peer.request();
    await expect.poll(accepted).toBe(50);
    peer.write(ok("1"));
  }, 50);
  const before = process.memoryUsage();
  await Promise.all(Array.from({ length: 50 }, () => ask(pool, "q")));
  const after = process.memoryUsage();
  expect(accepted()).toBe(50);
  const perConnection = (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 50;
  // Both ends live in this process.
  expect(perConnection).toBeLessThan(400_000);
});
