import type pg from "pg";
import { afterEach, expect, test } from "vitest";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();
const open: pg.PoolClient[] = [];
let people = 0;

afterEach(async () => {
  for (const client of open.splice(0)) {
    await client.query("ROLLBACK");
    client.release();
  }
});

async function session(): Promise<pg.PoolClient> {
  const client = await pool().connect();
  open.push(client);
  return client;
}

let shared: pg.Pool | undefined;
const pool = (): pg.Pool => (shared ??= databases.open("schools").pool);

/** One change; returns its version. */
async function change(client: pg.PoolClient): Promise<number> {
  people += 1;
  await client.query("INSERT INTO population VALUES ('d', $1, 'all', 1, 'SYNTHETIC')", [people]);
  const { rows } = await client.query<{ last: number }>(
    "SELECT max(version) AS last FROM hub_log.change_log WHERE xid = pg_current_xact_id()",
  );
  return rows[0]?.last ?? 0;
}

const newest = async (): Promise<number> => (await readDataVersion(pool())).newest;

test("a later transaction that commits first does not carry the version past an open one", async () => {
  const before = await newest();
  const [slow, fast] = [await session(), await session()];
  await slow.query("BEGIN");
  const slowVersion = await change(slow);
  await fast.query("BEGIN");
  const fastVersion = await change(fast);
  await fast.query("COMMIT");
  expect(fastVersion).toBeGreaterThan(slowVersion);
  expect(await newest()).toBe(before);
  await slow.query("COMMIT");
  expect(await newest()).toBe(fastVersion);
});

test("a transaction that began first but changed nothing yet does not hold the version back", async () => {
  const [early, other] = [await session(), await session()];
  await early.query("BEGIN; SELECT 1; SELECT pg_current_xact_id()");
  await other.query("BEGIN");
  const version = await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(version);
  const late = await change(early);
  expect(late).toBeGreaterThan(version);
  expect(await newest()).toBe(version);
  await early.query("COMMIT");
  expect(await newest()).toBe(late);
});

test("an open transaction keeps out only what it and its followers wrote", async () => {
  const [first, second, third] = [await session(), await session(), await session()];
  await first.query("BEGIN");
  const a = await change(first);
  await first.query("COMMIT");
  await second.query("BEGIN");
  await change(second);
  await third.query("BEGIN");
  const c = await change(third);
  await third.query("COMMIT");
  expect(await newest()).toBe(a);
  await second.query("ROLLBACK");
  expect(await newest()).toBe(c);
});

test("rolled back versions never become the newest", async () => {
  const before = await newest();
  const client = await session();
  await client.query("BEGIN");
  await change(client);
  await client.query("ROLLBACK");
  expect(await newest()).toBe(before);
});

test("a savepoint rolled back before the first change that stays", async () => {
  const [client, other] = [await session(), await session()];
  await client.query("BEGIN; SAVEPOINT s");
  await change(client);
  await client.query("ROLLBACK TO SAVEPOINT s");
  await other.query("BEGIN");
  const between = await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(between);
  const kept = await change(client);
  await other.query("BEGIN");
  const after = await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(between);
  await client.query("COMMIT");
  expect(kept).toBeLessThan(after);
  expect(await newest()).toBe(after);
});

test("a savepoint rolled back after the first change, and one released", async () => {
  const [client, other] = [await session(), await session()];
  const before = await newest();
  await client.query("BEGIN");
  await change(client);
  await client.query("SAVEPOINT s");
  await change(client);
  await client.query("ROLLBACK TO SAVEPOINT s; SAVEPOINT r");
  const kept = await change(client);
  await client.query("RELEASE SAVEPOINT r");
  await other.query("BEGIN");
  const after = await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(before);
  await client.query("COMMIT");
  expect(kept).toBeLessThan(after);
  expect(await newest()).toBe(after);
});

test("a first change inside a released savepoint still holds the version", async () => {
  const [client, other] = [await session(), await session()];
  const before = await newest();
  await client.query("BEGIN; SAVEPOINT s");
  await change(client);
  await client.query("RELEASE SAVEPOINT s");
  await other.query("BEGIN");
  await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(before);
});

test("a session setting of the same name does not hide an open transaction", async () => {
  const [client, other] = [await session(), await session()];
  const before = await newest();
  await client.query("SET hub.changing_transaction = '1'");
  await client.query("BEGIN");
  await change(client);
  await other.query("BEGIN");
  await change(other);
  await other.query("COMMIT");
  expect(await newest()).toBe(before);
  await client.query("ROLLBACK; RESET hub.changing_transaction");
});

test("a transaction takes one lock, however many statements it runs", async () => {
  const client = await session();
  await client.query("BEGIN");
  for (let statement = 0; statement < 5; statement += 1) await change(client);
  const { rows } = await client.query(
    "SELECT count(*) AS locks FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()",
  );
  expect(rows).toEqual([{ locks: 1 }]);
});

test("the version is asked outside a snapshot that could be older than it", async () => {
  const client = await session();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await expect(readDataVersion(client)).rejects.toThrow(
    "found isolation level repeatable read; expected read committed",
  );
});

test("under load, what is read after the version holds every change up to it", async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    const client = await pool().connect();
    for (let turn = 0; turn < 40; turn += 1) {
      await client.query("BEGIN");
      await client.query("INSERT INTO division_succession VALUES ($1, 'x', '2020-01-01', 'SYNTHETIC')", [
        `${writer}-${turn}`,
      ]);
      if (turn % 3 === 0) await client.query("SELECT pg_sleep(0.003)");
      await client.query("INSERT INTO division_succession VALUES ($1, 'y', '2020-01-01', 'SYNTHETIC')", [
        `${writer}-${turn}`,
      ]);
      await client.query(turn % 5 === 0 ? "ROLLBACK" : "COMMIT");
    }
    client.release();
  });
  let running = true;
  const done = Promise.all(writers).finally(() => (running = false));
  const seen: { newest: number; versions: string }[] = [];
  while (running) {
    const at = await newest();
    const { rows } = await pool().query<{ versions: string }>(
      "SELECT string_agg(version::text, ',' ORDER BY version) AS versions FROM hub_log.change_log WHERE version <= $1",
      [at],
    );
    seen.push({ newest: at, versions: rows[0]?.versions ?? "" });
  }
  await done;
  expect(seen.length).toBeGreaterThan(5);
  const { rows } = await pool().query<{ version: number }>("SELECT version FROM hub_log.change_log ORDER BY version");
  for (const look of seen) {
    const final = rows.filter((row) => row.version <= look.newest).map((row) => row.version);
    expect(look.versions).toBe(final.join(","));
  }
  for (let place = 1; place < seen.length; place += 1) {
    expect(seen[place]?.newest).toBeGreaterThanOrEqual(seen[place - 1]?.newest ?? 0);
  }
});
