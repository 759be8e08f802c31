import { createJointReads, type Read } from "@hub/kit";
import { readQuestions } from "@hub/schema";
import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const questions = await readQuestions();

/** The databases' queries one question of the library takes, by owner. */
async function queriesOf(number: number) {
  const hub = await startHub({ data: "real" });
  const question = questions.find((candidate) => candidate.number === number);
  hub.resetCounts();
  await hub.query(question?.document ?? "", question?.variables);
  return (["schools", "personnel", "funding", "inspection"] as const).map((owner) => hub.databaseQueries(owner));
}

it("reads a school's page, three years of it, in three queries of the register and one of each other owner", async () => {
  // The school by its code; its codes, places, classes, events and statements; the names of its places.
  expect(await queriesOf(13)).toEqual([3, 1, 1, 1]);
});

it("reads a page of a hundred schools with codes, places and schools before and after in three queries", async () => {
  // The page with the length of the list; codes, places and successions; the names of those.
  expect(await queriesOf(46)).toEqual([3, 0, 0, 0]);
});

it("reads the schools of a county while it looks the county up", async () => {
  // The county with its schools, late tasks, money.
  expect(await queriesOf(5)).toEqual([1, 0, 1, 1]);
});

const FUNDED = 'on: "2020-12-31", paidTo: "2020-12-31"';

it.each([
  ["under a name of the client's", `county(code: "220622") { funded: fundedOverdue(${FUNDED}) { amount } }`, 1],
  [
    "twice, asked alike",
    `county(code: "220622") { a: fundedOverdue(${FUNDED}) { amount } b: fundedOverdue(${FUNDED}) { overdueTasks } }`,
    1,
  ],
  ["in full-width digits", `county(code: "２２０６２２") { fundedOverdue(${FUNDED}) { amount } }`, 1],
  ["a county nobody knows", `county(code: "999999") { fundedOverdue(${FUNDED}) { amount } }`, 1],
  ["a township", `township(code: "220622100") { fundedOverdue(${FUNDED}) { amount } }`, 1],
  ["an authority", `authority(id: "220622") { fundedOverdue(${FUNDED}) { amount } }`, 1],
  [
    "two questions",
    `county(code: "220622") { a: fundedOverdue(${FUNDED}) { amount } b: fundedOverdue(${FUNDED} stage: PRIMARY) { amount } }`,
    1,
  ],
  ["a county found by a township", `township(code: "220622100") { county { fundedOverdue(${FUNDED}) { amount } } }`, 3],
  ["without need of them", `county(code: "220622") { fundedOverdue(${FUNDED}) { id } }`, 1],
])("takes so many queries of the register for the schools of an area, %s", async (_, selection, queries) => {
  const hub = await startHub({ data: "real" });
  hub.resetCounts();

  await hub.query(`{ ${selection} }`);

  expect(hub.databaseQueries("schools")).toBe(queries);
});

it("says once what is wrong with a question it began to read for", async () => {
  const hub = await startHub({ data: "real" });

  const { data, errors } = await hub.ask(
    `{ county(code: "220622") { code bad: fundedOverdue(paidFrom: "2021-01-01", paidTo: "2020-12-31") { amount } } }`,
  );

  expect(data).toEqual({ county: null });
  expect(errors).toMatchObject([{ path: ["county", "bad"], extensions: { code: "BAD_USER_INPUT" } }]);
});

it("gives each read of a joint statement its own rows, as they come when it travels alone", async () => {
  await using hub = await startHub();
  const { pool } = hub.databases.schools;
  const texts = {
    name: "test.texts",
    text: `select id, id is null as "isNull", null::int as nothing, 2 + 3 as five, date '2020-02-29' as day,
      array['a', id] as list from unnest($1::text[]) as id where id <> $2 order by id desc`,
    values: [["b", 'quoted "x"\\', "乡", "c"], "c"],
  };
  const keys = { name: "test.keys", text: "select id from unnest($1::text[]) as id order by id", values: [["2", "1"]] };
  const nobody = { name: "test.nobody", text: "select 1 as one where $1", values: [false] };
  const strung = {
    name: "test.strung",
    text: `select string_agg(id, ',' order by id) as ids from unnest($1::text[]) as id`,
    values: [["2", 'quoted "x"\\', "乡"]],
    onlyText: "ids",
  };
  const nothing = { ...strung, name: "test.nothing", values: [["9"].slice(1)] };
  const asked: readonly Read[] = [texts, keys, nobody, strung, nothing];
  const alone = await Promise.all(
    asked.map(async (read) => (await pool.query({ ...read, values: [...read.values] })).rows),
  );
  hub.resetCounts();

  const reads = createJointReads(pool);
  const together = await Promise.all(asked.map(async (read) => (await reads.query(read)).rows));

  expect(together).toEqual(alone);
  expect(together[0]).toHaveLength(3);
  expect(together.slice(2)).toEqual([[], [{ ids: '2,quoted "x"\\,乡' }], [{ ids: null }]]);
  expect(hub.databaseQueries("schools")).toBe(1);
});

it("sends a list of keys that several reads share once, and keeps different lists apart", async () => {
  await using hub = await startHub();
  const reads = createJointReads(hub.databases.schools.pool);
  const upper = (ids: readonly string[]) =>
    reads.query({ name: "test.upper", text: "select upper(id) as id from unnest($1::text[]) as id", values: [ids] });
  const lower = (ids: readonly string[]) =>
    reads.query({ name: "test.lower", text: "select lower(id) as id from unnest($1::text[]) as id", values: [ids] });

  const same = await Promise.all([upper(["Ab"]), lower(["Ab"])]);
  const different = await Promise.all([upper(["Ab"]), lower(["Cd"])]);

  expect(same.map(({ rows }) => rows)).toEqual([[{ id: "AB" }], [{ id: "ab" }]]);
  expect(different.map(({ rows }) => rows)).toEqual([[{ id: "AB" }], [{ id: "cd" }]]);
});

it("reads once what is asked for twice, and takes no empty list for another", async () => {
  await using hub = await startHub();
  const reads = createJointReads(hub.databases.schools.pool);
  const twice = (of: readonly number[]) =>
    reads.query({ name: "test.twice", text: "select of, of * 2 as double from unnest($1::int[]) as of", values: [of] });
  const texts = (of: readonly string[]) =>
    reads.query({ name: "test.empty", text: "select of || '.' as of from unnest($1::text[]) as of", values: [of] });

  const [first, second] = await Promise.all([twice([1, 2]), twice([1, 2])]);
  const empty = await Promise.all([twice([]), texts([])]);

  expect(first.rows).toEqual([
    { of: 1, double: 2 },
    { of: 2, double: 4 },
  ]);
  expect(second.rows).toBe(first.rows);
  expect(empty.map(({ rows }) => rows)).toEqual([[], []]);
});

it("tells every read of a joint statement that failed, and reads on afterwards", async () => {
  await using hub = await startHub();
  const reads = createJointReads(hub.databases.schools.pool);
  const good = { name: "test.good", text: "select 1 as one", values: [] };
  const bad = { name: "test.bad", text: "select 1 / $1::int as one", values: [0] };

  const results = await Promise.allSettled([reads.query(good), reads.query(bad)]);

  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await reads.query(good)).rows).toEqual([{ one: 1 }]);
});
