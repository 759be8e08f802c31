import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../open-database.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();

/** A way to the database that can be cut without a word; `bytes` counts what came back. */
async function cuttableWay() {
  const { hostname, port } = new URL(databases.urls.schools);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    far.on("data", (piece) => (bytes += piece.length));
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) sockets.add(socket.on("error", () => socket.destroy()));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const url = new URL(databases.urls.schools);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    bytes: () => bytes,
    cut(how: "end" | "reset") {
      for (const socket of sockets)
        if (how === "end") socket.end();
        else socket.resetAndDestroy();
      sockets.clear();
    },
  };
}

const fine = { name: "fine", text: "SELECT 1 AS one" };
const SILENT = "SELECT 1 FROM pg_sleep(20)";
const LONG = "SELECT repeat('中', 1000) AS text, generate_series(1, 300000) AS n";

test.each([
  ["end", SILENT],
  ["reset", SILENT],
  ["end", LONG],
  ["reset", LONG],
] as const)("a way that is cut (%s) during %s fails the statements on it, and others are made", async (how, text) => {
  const way = await cuttableWay();
  const lost: Error[] = [];
  const database = openDatabase("schools", way.url, {
    maxConnections: 2,
    onConnectionLost: (error) => lost.push(error),
  });
  onTestFinished(() => database.close());
  await Promise.all([database.pool.query(fine), database.pool.query(fine)]);
  const before = way.bytes();
  const running = database.pool.query({ name: "running", text });
  const failed = expect(running).rejects.toThrow(/terminated|ECONNRESET/);
  if (text === SILENT) await sleep(100);
  else while (way.bytes() < before + 1_000_000) await sleep(5);
  way.cut(how);
  await failed;
  // The other connection was idle.
  while (lost.length === 0) await sleep(5);
  const results = await Promise.all(Array.from({ length: 5 }, () => database.pool.query(fine)));
  expect(results.map(({ rows }) => rows)).toEqual(Array.from({ length: 5 }, () => [{ one: 1 }]));
  expect(lost).toHaveLength(1);
});
