import { expect, test, vi } from "vitest";
import { countQueries } from "./count-queries.js";
import { openDatabase } from "./open-database.js";
import { testDatabases } from "./testing/open-test-database.js";

const databases = testDatabases();

test("plain queries read dates as stored, whole numbers exactly, decimals as digits", async () => {
  const { rows } = await databases.open("schools").pool.query(
    `SELECT '1958-09-01'::date AS day, '{2020-01-01,NULL}'::date[] AS days, 9007199254740991 AS safe, 9007199254740993 AS unsafe,
       '{1,2}'::bigint[] AS many, 0.10::numeric AS money, ARRAY['PRIMARY','JUNIOR']::"Stage"[] AS stages, 'PRIMARY'::"Stage" AS stage, count(*) AS n FROM school`,
  );
  expect(rows).toEqual([
    {
      day: "1958-09-01",
      days: ["2020-01-01", null],
      safe: 9007199254740991,
      unsafe: "9007199254740993",
      many: [1, 2],
      money: "0.10",
      stages: ["PRIMARY", "JUNIOR"],
      stage: "PRIMARY",
      n: 0,
    },
  ]);
});

test("Prisma keeps its own types over the same pool, transactions included", async () => {
  const { prisma } = databases.open("funding");
  const data = {
    id: "a",
    countyCode: "1",
    programme: "p",
    sourceLevel: "COUNTY",
    year: 2020,
    amount: "0.10",
    origin: "SYNTHETIC",
  } as const;
  await prisma.$transaction([
    prisma.allocation.create({ data }),
    prisma.allocation.create({ data: { ...data, id: "b" } }),
  ]);
  await expect(
    prisma.$transaction([
      prisma.allocation.deleteMany(),
      prisma.allocation.create({ data }),
      prisma.allocation.create({ data }),
    ]),
  ).rejects.toThrow();
  const sum = await prisma.allocation.aggregate({ _sum: { amount: true }, _count: true });
  expect([sum._count, sum._sum.amount?.toString()]).toEqual([2, "0.2"]);
});

test("each query is counted once, whether of the pool, a client or Prisma", async () => {
  const { pool, prisma } = databases.open("personnel");
  const counted = countQueries(pool);
  await pool.query("SELECT 1");
  const client = await pool.connect();
  await client.query({ text: "SELECT 2" });
  client.release();
  await prisma.person.findMany();
  expect(counted.count).toBe(3);
  expect(counted.texts.slice(0, 2)).toEqual(["SELECT 1", "SELECT 2"]);
  counted.stop();
  await pool.query("SELECT 3");
  expect(counted.count).toBe(3);
});

test("closing twice is closing once, with and without Prisma in use", async () => {
  for (const touch of [true, false]) {
    const database = openDatabase("schools", databases.urls.schools);
    if (touch) await database.prisma.school.count();
    else await database.pool.query("SELECT 1");
    await Promise.all([database.close(), database.close()]);
    await expect(database.pool.query("SELECT 1")).rejects.toThrow();
  }
});

test.each([
  [undefined, 300_000],
  [60_000, 60_000],
])("a connection unused for less than its time (%s) is kept with what it has prepared", async (idleTimeoutMs, kept) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const database = openDatabase(
    "schools",
    databases.urls.schools,
    idleTimeoutMs === undefined ? {} : { idleTimeoutMs },
  );
  try {
    await database.pool.query({ name: "one", text: "SELECT 1" });
    vi.advanceTimersByTime(kept - 1);
    const prepared = await database.pool.query("SELECT name FROM pg_prepared_statements");
    expect(prepared.rows).toEqual([{ name: "one" }]);
    vi.advanceTimersByTime(kept);
    expect(database.pool.totalCount).toBe(0);
  } finally {
    vi.useRealTimers();
    await database.close();
  }
});
