import type pg from "pg";
import { expect, test } from "vitest";
import { createRandom } from "../generate/random.js";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();
type Run = Pick<pg.ClientBase, "query">;

const person = (id: string, employment = "PERMANENT"): string =>
  `INSERT INTO person (id, county_code, name, sex, birth_year, education, title, employment, hired_on, hire_channel,
     hired_to_rural, origin)
   VALUES ('${id}', '220622', '${id}', 'F', 1980, 'BACHELOR', 'FIRST', '${employment}', '2010-09-01', 'OPEN', false, 'SYNTHETIC')`;

const filed = (school: string, year: number): string =>
  `INSERT INTO staff_return VALUES ('${school}', ${year}, '${year}-09-20', 'SYNTHETIC') ON CONFLICT DO NOTHING`;

interface Work {
  readonly id: string;
  readonly person_id: string;
  readonly school_id: string;
  readonly stage: string;
  readonly role: string;
  readonly holds_post: boolean;
  readonly teaches: boolean;
  readonly fte: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

const work = (over: Partial<Work>): string => {
  const row = { role: "TEACHER", holds_post: true, teaches: true, fte: "1.00", valid_to: null, ...over };
  const value = (of: unknown): string => (of === null ? "NULL" : `'${String(of)}'`);
  return `INSERT INTO assignment (county_code, kind, origin, ${Object.keys(row).join(", ")})
    VALUES ('220622', 'POST', 'SYNTHETIC', ${Object.values(row).map(value).join(", ")})`;
};

/** What the summary must hold, counted record by record. */
async function countedFromRecords(run: Run): Promise<unknown[]> {
  const rows = async <R extends object>(text: string): Promise<R[]> => (await run.query<R>(text)).rows;
  const assignments = await rows<Work>("SELECT *, stage::text, role::text FROM assignment");
  const permanent = new Set(
    (await rows<{ id: string }>("SELECT id FROM person WHERE employment = 'PERMANENT'")).map(({ id }) => id),
  );
  const counts = new Map<string, { teachers: number; permanent: number; staff: number; cents: number }>();
  for (const { school_id, year } of await rows<{ school_id: string; year: number }>("SELECT * FROM staff_return")) {
    const census = `${year}-09-01`;
    const there = (row: Work): boolean => row.valid_from <= census && (row.valid_to === null || row.valid_to > census);
    const present = assignments.filter(there);
    for (const row of present.filter((one) => one.school_id === school_id)) {
      const several = present.filter(({ person_id }) => person_id === row.person_id).length > 1;
      const key = [school_id, year, row.stage, several ? row.person_id : ""].join("/");
      const sum = counts.get(key) ?? { teachers: 0, permanent: 0, staff: 0, cents: 0 };
      const teaches = row.teaches && row.role === "TEACHER";
      const more = (count: number, one: boolean): number =>
        several ? Math.max(count, Number(one)) : count + Number(one);
      counts.set(key, {
        teachers: more(sum.teachers, teaches),
        permanent: more(sum.permanent, row.holds_post && permanent.has(row.person_id)),
        staff: more(sum.staff, row.holds_post),
        cents: sum.cents + (teaches ? Math.round(Number(row.fte) * 100) : 0),
      });
    }
  }
  return [...counts].map(([key, sum]) => [key, ...Object.values(sum)].join(" ")).toSorted();
}

async function summary(run: Run): Promise<unknown[]> {
  const { rows } = await run.query<{ line: string }>(
    `SELECT concat_ws(' ', school_id || '/' || year || '/' || stage || '/' || coalesce(person_id, ''),
       teachers, permanent_staff, staff, (teacher_fte * 100)::int) AS line FROM hub_summary.staff_count`,
  );
  return rows.map(({ line }) => line).toSorted();
}

const WORK_IDS = Array.from({ length: 10 }, (_, place) => `w${place}`);

test.each([1, 2, 3])("random series of changes, number %i, leave the summary equal to the records", async (seed) => {
  const { pool } = databases.open("personnel");
  const client = await pool.connect();
  const { pick: one } = createRandom(`staff ${seed}`);
  const [schools, people] = [
    ["A", "B", "C"],
    ["p1", "p2", "p3", "p4"],
  ] as const;
  const day = (): string => one(["2018-03-01", "2019-09-01", "2020-01-15", "2020-09-01", "2020-09-02", "2021-08-31"]);
  const ids = (): string => `('${one(WORK_IDS)}', '${one(WORK_IDS)}')`;
  const changes: readonly (() => string)[] = [
    () => person(one(people), one(["PERMANENT", "CONTRACT"])).concat(" ON CONFLICT DO NOTHING"),
    () => `UPDATE person SET employment = '${one(["PERMANENT", "CONTRACT"])}', name = 'x' WHERE id = '${one(people)}'`,
    () => `DELETE FROM person WHERE id = '${one(people)}'`,
    () => filed(one(schools), one([2019, 2020, 2021])),
    () => `UPDATE staff_return SET year = 4049 - year
           WHERE school_id = '${one(schools)}' AND year IN (2020, 2029) AND NOT EXISTS (
             SELECT FROM staff_return other WHERE (other.school_id, other.year) = (staff_return.school_id, 4049 - staff_return.year))`,
    () => `DELETE FROM staff_return WHERE school_id = '${one(schools)}' AND year > 2020`,
    ...[1, 2, 3, 4].map(() => () => {
      const from = day();
      const spell = { valid_from: from, valid_to: one([null, "2022-01-01"]), fte: one(["1.00", "0.50", "0.35"]) };
      const kind = { role: one(["TEACHER", "HEAD"]), holds_post: one([true, false]), teaches: one([true, false]) };
      const where = { person_id: one(people), school_id: one(schools), stage: one(["PRIMARY", "JUNIOR"]) };
      return `${work({ id: one(WORK_IDS), ...where, ...kind, ...spell })} ON CONFLICT DO NOTHING`;
    }),
    () => `UPDATE assignment SET person_id = '${one(people)}', fte = 0.2 WHERE id IN ${ids()}`,
    () => `UPDATE assignment SET school_id = '${one(schools)}' WHERE id IN ${ids()}`,
    () => `UPDATE assignment SET valid_to = greatest(valid_from + 1, '${day()}') WHERE person_id = '${one(people)}'`,
    () => `DELETE FROM assignment WHERE id IN ${ids()}`,
  ];
  try {
    for (let step = 0; step < 120; step += 1) {
      await client.query("BEGIN");
      for (let change = 0; change < 3; change += 1) await client.query(one(changes)());
      await client.query(one(["COMMIT", "COMMIT", "ROLLBACK"]));
      expect(await summary(client)).toEqual(await countedFromRecords(client));
    }
    expect((await summary(client)).length).toBeGreaterThan(0);
    await client.query(one(["TRUNCATE assignment", "TRUNCATE person", "TRUNCATE staff_return"]));
    expect(await summary(client)).toEqual(await countedFromRecords(client));
    await client.query("DELETE FROM assignment; DELETE FROM person; DELETE FROM staff_return");
    expect(await summary(client)).toEqual([]);
  } finally {
    client.release();
  }
});

test("somebody who gets two posts at one time by two writers is one person to the summary", async () => {
  const { pool } = databases.open("personnel");
  const [first, second] = [await pool.connect(), await pool.connect()];
  await pool.query(`${person("zhou")}; ${filed("N", 2020)}; ${filed("S", 2020)}`);
  const at = (school: string): string =>
    work({ id: `zhou-${school}`, person_id: "zhou", school_id: school, stage: "PRIMARY", valid_from: "2020-01-01" });
  try {
    await first.query("BEGIN");
    await first.query(at("N"));
    const waiting = second.query(at("S"));
    await first.query("COMMIT");
    await waiting;
    expect(await summary(pool)).toEqual(["N/2020/PRIMARY/zhou 1 1 1 100", "S/2020/PRIMARY/zhou 1 1 1 100"]);

    await first.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    await first.query("SELECT count(*) FROM assignment");
    await second.query("DELETE FROM assignment WHERE id = 'zhou-N'");
    await expect(first.query("DELETE FROM assignment WHERE id = 'zhou-S'")).rejects.toMatchObject({ code: "40001" });
    await first.query("ROLLBACK");
    expect(await summary(pool)).toEqual(["S/2020/PRIMARY/ 1 1 1 100"]);
  } finally {
    first.release();
    second.release();
  }
});

test("a summary adds nothing to the change log, and counting anew is no change", async () => {
  const { pool } = databases.open("personnel");
  const { newest: before } = await readDataVersion(pool);
  await pool.query(`${person("wu")}`);
  await pool.query(filed("W", 2020));
  await pool.query(work({ id: "wu-1", person_id: "wu", school_id: "W", stage: "PRIMARY", valid_from: "2020-01-01" }));
  await pool.query("UPDATE assignment SET fte = fte WHERE id = 'wu-1'");
  const { rows } = await pool.query("SELECT entity, op FROM hub_log.change_log WHERE version > $1 ORDER BY version", [
    before,
  ]);
  expect(rows.map(({ entity, op }) => `${op} ${entity}`)).toEqual(["I person", "I staff_return", "I assignment"]);
});
