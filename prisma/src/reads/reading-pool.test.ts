import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { countQueries } from "../count-queries.js";
import { openDatabase, type OpenDatabaseOptions } from "../open-database.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();

/** A pool of its own; of one connection, unless told otherwise. */
function open(options: OpenDatabaseOptions = { maxConnections: 1 }): pg.Pool {
  const database = openDatabase("schools", databases.urls.schools, options);
  onTestFinished(() => database.close());
  return database.pool;
}

/** The same statement by its name, twice, and as pg runs it without one. */
async function threeWays(pool: pg.Pool, text: string, values: unknown[] = [], rowMode?: "array") {
  const mode = rowMode === undefined ? {} : { rowMode };
  const name = `${rowMode ?? "rows"}.${text.length}`;
  const plain = await pool.query({ text, values, ...mode });
  const first = await pool.query({ name, text, values, ...mode });
  const again = await pool.query({ name, text, values, ...mode });
  return { plain, first, again };
}

async function expectSame(pool: pg.Pool, text: string, values?: unknown[], rowMode?: "array"): Promise<pg.QueryResult> {
  const { plain, first, again } = await threeWays(pool, text, values, rowMode);
  for (const { rows, rowCount, command, fields } of [first, again]) {
    expect({ rows, rowCount, command, fields }).toEqual({
      rows: plain.rows,
      rowCount: plain.rowCount,
      command: plain.command,
      fields: plain.fields,
    });
  }
  return plain;
}

const KINDS = `SELECT '1958-09-01'::date AS day, '{2020-01-01,NULL}'::date[] AS days, 9007199254740991 AS safe,
  9007199254740993 AS unsafe, '{1,2}'::bigint[] AS many, 0.10::numeric AS money, 'PRIMARY'::"Stage" AS stage,
  ARRAY['PRIMARY','JUNIOR']::"Stage"[] AS stages, true AS yes, false AS no, NULL::int AS nothing, -7 AS minus,
  1.5::float8 AS float, '' AS empty, '乡镇' AS chinese, '𠮷a😀' AS astral, 'é' AS accent, repeat('ab', 40) AS long,
  repeat('校', 40) AS "long chinese", '{"a":[1,null,"中"]}'::json AS json, '\\x00ff'::bytea AS bytes,
  '2020-02-29 12:00:00+00'::timestamptz AS moment, ARRAY['a,b','"c"','\\d','NULL',NULL,''] AS texts, 1 AS twice, NULL AS twice,
  2 AS __proto__`;

test("a named statement gives what pg gives for the same text, whatever the kinds of its columns", async () => {
  const pool = open();
  const { rows } = await expectSame(pool, KINDS);
  expect(rows[0]).toMatchObject({
    chinese: "乡镇",
    astral: "𠮷a😀",
    long: "ab".repeat(40),
    day: "1958-09-01",
    twice: null,
  });
  await expectSame(pool, `${KINDS} /* lists */`, [], "array");
  await expectSame(pool, "SELECT 1 AS none WHERE false");
  await expectSame(pool, "SELECT FROM generate_series(1, 3)");
  expect((await pool.query({ name: "nothing", text: "" })).rows).toEqual([]);
  expect((await pool.query({ name: "comment", text: "/* nothing */" })).rows).toEqual([]);
});

test("parameters arrive as pg sends them, whatever their kinds", async () => {
  const pool = open();
  const text =
    "SELECT $1::text AS a, $2::text[] AS b, $3::int[] AS c, $4::boolean AS d, $5::float8 AS e, $6::json AS f";
  for (const value of [
    ["", [], [], true, 0.1, null],
    [null, [null], [1, -2, null], false, Number.NaN, { a: [1] }],
    [undefined, ["a", 'q"', "\\", "{x,y}", " ", "NULL", ""], null, null, -0, null],
    ["中文😀", ["乡", "\n\t", "'"], [2147483647], null, Number.POSITIVE_INFINITY, { b: [] }],
    [12, ["\uD800"], ["3"], "t", "1e3", "{}"],
    [true, [true, 5], [], 1, 7n, 7],
    ["x".repeat(100_000), Array.from({ length: 3000 }, (_, index) => `key-${index}`), [], null, 1, null],
  ]) {
    await expectSame(pool, text, value);
  }
  await expectSame(pool, "SELECT $1::timestamptz AS a, $2::bytea AS b", [new Date(0), Buffer.from([0, 255])]);
  await expectSame(pool, "SELECT $1::int[] AS nested", [[[1], [2]]]);
});

test("rows arrive whole, however long they and their list are", async () => {
  const pool = open();
  await expectSame(
    pool,
    "SELECT n, repeat(n || '中', n % 300) AS text, NULLIF(n % 3, 0) AS some FROM generate_series(1, 20000) AS n",
  );
  const text = "SELECT repeat('中a', $1::int) AS long, 1 AS one";
  const lengths = [1, 2_000_000, 70_000, 0, 21_845, 21_846, 3];
  const results = await Promise.all(lengths.map((length) => pool.query({ name: "long", text, values: [length] })));
  expect(results.map(({ rows }) => rows[0].long.length)).toEqual(lengths.map((length) => 2 * length));
});

test("each statement is counted once and prepared once a connection, other statements between or not", async () => {
  const database = openDatabase("schools", databases.urls.schools, { maxConnections: 1 });
  onTestFinished(() => database.close());
  const { pool } = database;
  const counted = countQueries(pool);
  const one = { name: "one", text: "SELECT $1::int AS one", values: [1] };
  const client = await pool.connect();
  expect((await client.query(one)).rows).toEqual([{ one: 1 }]);
  client.release();
  for (const _ of [1, 2]) {
    expect((await pool.query(one)).rows).toEqual([{ one: 1 }]);
    expect((await pool.query("SELECT 2 AS two")).rows).toEqual([{ two: 2 }]);
    expect(await database.prisma.school.count()).toBe(0);
    await pool.query({ name: "silent", text: "DO $$BEGIN RAISE NOTICE 'heard'; END$$" });
  }
  expect(counted.texts.filter((text) => text === one.text)).toHaveLength(3);
  expect(counted.count).toBe(9);
  const prepared = await pool.query(
    "SELECT name FROM pg_prepared_statements WHERE name NOT LIKE 'prisma%' ORDER BY name",
  );
  expect(prepared.rows).toEqual([{ name: "one" }, { name: "silent" }]);
});

test.each([
  ["a fault of syntax", "SELEC 1", [], "42601"],
  ["a table that is not there", "SELECT * FROM nowhere", [], "42P01"],
  ["a fault while it runs", "SELECT 1 / (3 - n) AS part FROM generate_series(1, $1::int) AS n", [5], "22012"],
  ["a parameter too few", "SELECT $1::int + $2::int", [1], "08P01"],
  ["a parameter that is no number", "SELECT $1::int", ["one"], "22P02"],
  ["a character no text may hold", "SELECT $1::text", ["a\0b"], "22021"],
])("%s fails with PostgreSQL's code, and statements run on", async (_, text, values, code) => {
  const pool = open();
  for (const name of ["fault", "fault", undefined]) {
    const query = name === undefined ? { text, values } : { name, text, values };
    await expect(pool.query(query)).rejects.toMatchObject({ name: "error", code, severity: "ERROR" });
    expect((await pool.query({ name: "fine", text: "SELECT 1 AS one" })).rows).toEqual([{ one: 1 }]);
  }
});

test("a statement may not run longer than allowed", async () => {
  const pool = open({ maxConnections: 1, statementTimeoutMs: 100 });
  await expect(pool.query({ name: "slow", text: "SELECT pg_sleep(20)" })).rejects.toMatchObject({ code: "57014" });
  expect((await pool.query({ name: "fine", text: "SELECT 1 AS one" })).rows).toEqual([{ one: 1 }]);
});

test("one name stands for one text", async () => {
  const pool = open();
  await pool.query({ name: "same", text: "SELECT 1" });
  await expect(pool.query({ name: "same", text: "SELECT 2" })).rejects.toThrow(/must be unique.*"same"/);
  expect((await pool.query({ name: "same", text: "SELECT 1 AS one" })).rows).toEqual([{ one: 1 }]);
});

test("a connection that is lost while a statement runs fails it alone and is replaced", async () => {
  const pool = open({ maxConnections: 2 });
  const slow = pool.query({ name: "slow", text: "SELECT pg_sleep(20)" });
  const lost = expect(slow).rejects.toMatchObject({ code: "57P01" });
  const text =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()";
  while ((await pool.query({ text })).rowCount === 0) await sleep(10);
  await lost;
  const fine = { name: "fine", text: "SELECT 1 AS one" };
  const results = await Promise.all(Array.from({ length: 5 }, () => pool.query(fine)));
  expect(results.map(({ rows }) => rows)).toEqual(Array(5).fill([{ one: 1 }]));
});

test("a table whose columns change fails what was prepared for the old ones once", async () => {
  const pool = open();
  await pool.query("CREATE TABLE changing AS SELECT 1 AS a");
  onTestFinished(async () => void (await databases.open("schools").pool.query("DROP TABLE changing")));
  const all = { name: "all", text: "SELECT * FROM changing" };
  expect((await pool.query(all)).rows).toEqual([{ a: 1 }]);
  await pool.query("ALTER TABLE changing ADD COLUMN b text DEFAULT 'two'");
  await expect(pool.query(all)).rejects.toMatchObject({ code: "0A000" });
  expect((await pool.query(all)).rows).toEqual([{ a: 1, b: "two" }]);
});

test("a slow statement holds back none while a connection is free, and all beyond the connections wait their turn", async () => {
  const pool = open({ maxConnections: 2 });
  const order: string[] = [];
  const run = async (name: string, seconds: number) => {
    await pool.query({ name: "sleep", text: "SELECT pg_sleep($1)", values: [seconds] });
    order.push(name);
  };
  await Promise.all([run("slow", 0.5), ...Array.from({ length: 8 }, () => run("quick", 0))]);
  expect(order).toEqual([...Array<string>(8).fill("quick"), "slow"]);
});

test("closing waits for the statements that run", async () => {
  const database = openDatabase("schools", databases.urls.schools, { maxConnections: 1 });
  const query = { name: "slow", text: "SELECT 1 AS one FROM pg_sleep(0.2)" };
  const running = database.pool.query(query);
  await sleep(50);
  await Promise.all([database.close(), expect(running).resolves.toMatchObject({ rows: [{ one: 1 }] })]);
  await expect(database.pool.query(query)).rejects.toThrow();
});

test("a database that is not there fails with a reason", async () => {
  const missing = openDatabase(
    "schools",
    Object.assign(new URL(databases.urls.schools), { pathname: "/nowhere" }).href,
  );
  const silent = openDatabase("schools", "postgresql://postgres@127.0.0.1:1/nothing");
  const query = { name: "one", text: "SELECT 1" };
  await expect(missing.pool.query(query)).rejects.toMatchObject({ code: "3D000" });
  await expect(silent.pool.query(query)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await Promise.all([missing.close(), silent.close()]);
});
