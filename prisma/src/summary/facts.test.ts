import type { OwnerName } from "@hub/schema";
import type pg from "pg";
import { expect, test } from "vitest";
import { createRandom } from "../generate/random.js";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();
type Run = Pick<pg.ClientBase, "query">;
type Row = Readonly<Record<string, unknown>>;
type Pick1 = <Item>(items: readonly Item[]) => Item;

/** A summary, the changes it must follow, and the same counted record by record. */
interface Summary {
  readonly owner: OwnerName;
  readonly tables: readonly string[];
  readonly changes: (one: Pick1) => readonly (() => string)[];
  readonly kept: (run: Run) => Promise<unknown>;
  readonly counted: (run: Run) => Promise<unknown>;
}

const rowsOf = async (run: Run, text: string): Promise<Row[]> => (await run.query<Row>(text)).rows;
const keptFacts = (table: string) => async (run: Run) =>
  (await rowsOf(run, `SELECT * FROM hub_summary.${table}`))
    .map(({ year, school_id, facts }) => [school_id, year, JSON.parse(String(facts))])
    .toSorted();
const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
const STAGES = ["PRESCHOOL", "PRIMARY", "JUNIOR"];
const SCHOOLS = ["A", "B", "C"];
const YEARS = [2019, 2020];
const ORIGINS = ["DOCUMENT", "SYNTHETIC"];
const DAYS = ["2018-12-31", "2019-01-01", "2019-12-30", "2019-12-31", "2020-01-01", "2020-06-01", "2021-01-01"];
const yearOf = (day: unknown): number => Number(String(day).slice(0, 4));

const returnFacts: Summary = {
  owner: "schools",
  tables: ["class_group", "school_return"],
  changes: (one) => [
    ...[1, 2, 3].map(
      () => () =>
        `INSERT INTO class_group SELECT '${one(SCHOOLS)}', ${one(YEARS)}, '${one(STAGES)}', ${one([1, 2])}, number, ${one([0, 20, 45])},
           'SYNTHETIC' FROM generate_series(1, 3) AS number ON CONFLICT DO NOTHING`,
    ),
    () => `INSERT INTO school_return VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '2020-10-01', '${one(ORIGINS)}')
           ON CONFLICT (school_id, year) DO UPDATE SET origin = excluded.origin`,
    () => `UPDATE class_group SET students = students + 1 WHERE stage = '${one(STAGES)}' AND number = ${one([1, 2])}`,
    () => `UPDATE class_group SET school_id = '${one(SCHOOLS)}', number = number + 100 WHERE grade = ${one([1, 2])}
             AND number = 3 AND NOT EXISTS (SELECT FROM class_group WHERE number > 100)`,
    () => `DELETE FROM class_group WHERE school_id = '${one(SCHOOLS)}' AND year = ${one(YEARS)}`,
    () => `DELETE FROM school_return WHERE school_id = '${one(SCHOOLS)}'`,
  ],
  kept: keptFacts("return_facts"),
  async counted(run) {
    const classes = await rowsOf(run, "SELECT *, stage::text FROM class_group");
    return (await rowsOf(run, "SELECT *, origin::text FROM school_return"))
      .map(({ school_id, year, origin }) => {
        const stages = STAGES.flatMap((stage) => {
          const taught = classes
            .filter((row) => row["school_id"] === school_id && row["year"] === year && row["stage"] === stage)
            .map((row) => Number(row["students"]));
          return taught.length === 0 ? [] : [[stage, sum(taught), taught.length, Math.max(...taught)]];
        });
        return [school_id, year, [origin, stages]];
      })
      .toSorted();
  },
};

const accountFacts: Summary = {
  owner: "funding",
  tables: ["payment", "finance_return"],
  changes: (one) => [
    ...[1, 2, 3].map(
      () => () =>
        `INSERT INTO payment (id, county_code, programme, origin, school_id, stage, economic_class, source_level, amount,
           paid_on, person_times)
         SELECT '${one(["a", "b", "c"])}' || number, '220622', 'X', 'SYNTHETIC', ${one(["'A'", "'B'", "'C'", "NULL"])},
           ${one(["'PRIMARY'", "'JUNIOR'", "NULL"])}, '${one(["PERSONNEL", "PUBLIC_USE", "CAPITAL", "AID", "SUBSIDY", "OTHER"])}',
           'COUNTY', ${one(["0.10", "-3.07", "70000000000.01"])}, '${one(DAYS)}', ${one(["NULL", "4"])}
         FROM generate_series(1, 3) AS number ON CONFLICT DO NOTHING`,
    ),
    () => `INSERT INTO finance_return VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '2020-10-01', '${one(ORIGINS)}')
           ON CONFLICT (school_id, year) DO UPDATE SET origin = excluded.origin`,
    () => `UPDATE payment SET paid_on = '${one(DAYS)}', amount = amount + 0.01 WHERE id LIKE '${one(["a", "b"])}%'`,
    () => `UPDATE payment SET school_id = '${one(SCHOOLS)}' WHERE id LIKE '%${one([1, 2, 3])}'`,
    () => `DELETE FROM payment WHERE economic_class = '${one(["PERSONNEL", "AID"])}'`,
    () => `DELETE FROM finance_return WHERE school_id = '${one(SCHOOLS)}'`,
  ],
  kept: keptFacts("account_facts"),
  async counted(run) {
    const payments = await rowsOf(run, "SELECT *, stage::text FROM payment");
    return (await rowsOf(run, "SELECT *, origin::text FROM finance_return"))
      .map(({ school_id, year, origin }) => {
        const stages = [...STAGES, null].flatMap((stage) => {
          const paid = payments.filter(
            (row) => row["school_id"] === school_id && yearOf(row["paid_on"]) === year && row["stage"] === stage,
          );
          if (paid.length === 0) return [];
          const cents = (...classes: string[]) =>
            sum(
              paid
                .filter((row) => classes.length === 0 || classes.includes(String(row["economic_class"])))
                .map((row) => Math.round(Number(row["amount"]) * 100)),
            );
          const columns = [cents(), cents("PERSONNEL"), cents("PUBLIC_USE"), cents("CAPITAL"), cents("AID", "SUBSIDY")];
          return [[stage, ...columns, sum(paid.map((row) => Number(row["person_times"])))]];
        });
        return [school_id, year, [school_id, year, origin, stages]];
      })
      .toSorted();
  },
};

const taskCounts: Summary = {
  owner: "inspection",
  tables: ["rectification_task", "finding"],
  changes: (one) => [
    ...[1, 2, 3].map(
      () => () =>
        `INSERT INTO rectification_task (id, finding_id, county_code, school_id, owner, due_on, closed_on, verified, origin)
         SELECT '${one(["a", "b", "c"])}' || number, '${one(["f1", "f2", "f3"])}', '220622', ${one(["'A'", "'B'", "NULL"])}, 'x',
           '${one(DAYS)}', ${one(["NULL", `'${one(DAYS)}'`])}, false, '${one(ORIGINS)}'
         FROM generate_series(1, 2) AS number ON CONFLICT DO NOTHING`,
    ),
    () => `INSERT INTO finding (id, county_code, item, severity, found_on, origin, stage)
           VALUES ('${one(["f1", "f2", "f3"])}', '220622', 'x', 'MINOR', '${one(DAYS)}', 'SYNTHETIC', ${one(["'PRIMARY'", "NULL"])})
           ON CONFLICT (id) DO UPDATE SET found_on = excluded.found_on, stage = excluded.stage`,
    () =>
      `UPDATE rectification_task SET closed_on = ${one(["NULL", `'${one(DAYS)}'`])} WHERE id LIKE '${one(["a", "b"])}%'`,
    () =>
      `UPDATE rectification_task SET school_id = '${one(SCHOOLS)}', due_on = '${one(DAYS)}' WHERE id LIKE '%${one([1, 2])}'`,
    () => `DELETE FROM finding WHERE id = '${one(["f1", "f2", "f3"])}'`,
    () => `DELETE FROM rectification_task WHERE school_id = '${one(SCHOOLS)}'`,
  ],
  // Compared as it is read: tasks open and overdue at the end of each year.
  async kept(run) {
    const rows = await rowsOf(run, "SELECT *, stage::text, origin::text FROM hub_summary.task_count");
    return atYearEnds((year) =>
      rows
        .filter((row) => Number(row["first_year"]) <= year && Number(row["end_year"] ?? Infinity) > year)
        .map((row) => {
          const tasks = Number(row["tasks"]);
          return { ...of(row), tasks, overdue: Number(row["overdue_year"]) <= year ? tasks : 0 };
        }),
    );
  },
  async counted(run) {
    const rows = await rowsOf(
      run,
      `SELECT task.school_id, finding.stage::text, task.origin::text, found_on, due_on, closed_on
       FROM rectification_task task JOIN finding ON finding.id = finding_id WHERE task.school_id IS NOT NULL`,
    );
    return atYearEnds((year) => {
      const last = `${year}-12-31`;
      return rows
        .filter((row) => String(row["found_on"]) <= last && String(row["closed_on"] ?? "9999") > last)
        .map((row) => ({ ...of(row), tasks: 1, overdue: String(row["due_on"]) < last ? 1 : 0 }));
    });
  },
};

const of = (row: Row) => ({ key: `${row["school_id"]} ${row["stage"] ?? "whole"}`, origin: String(row["origin"]) });

type Open = ReturnType<typeof of> & { readonly tasks: number; readonly overdue: number };

function atYearEnds(openAt: (year: number) => readonly Open[]): unknown {
  return [2017, 2018, 2019, 2020, 2021, 2022].map((year) =>
    [...Map.groupBy(openAt(year), ({ key }) => key)]
      .map(([key, rows]) => {
        const origin = rows
          .map((row) => row.origin)
          .toSorted()
          .at(-1);
        return [year, key, sum(rows.map((row) => row.tasks)), sum(rows.map((row) => row.overdue)), origin];
      })
      .toSorted(),
  );
}

const staffFacts: Summary = {
  owner: "personnel",
  tables: ["assignment", "person", "staffing_quota", "staff_return"],
  changes: (one) => [
    () => `INSERT INTO staff_return VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '2020-10-01', '${one(ORIGINS)}')
           ON CONFLICT (school_id, year) DO UPDATE SET origin = excluded.origin`,
    () => `INSERT INTO staffing_quota VALUES ('${one(SCHOOLS)}', '220622', ${one(YEARS)}, ${one([0, 12])}, 'SYNTHETIC')
           ON CONFLICT (school_id, year) DO UPDATE SET posts = excluded.posts`,
    () => `DELETE FROM staffing_quota WHERE school_id = '${one(SCHOOLS)}'`,
    () => `DELETE FROM staff_return WHERE school_id = '${one(SCHOOLS)}'`,
    ...[1, 2, 3].map(
      () => () =>
        `INSERT INTO assignment (id, county_code, kind, origin, person_id, school_id, stage, role, holds_post, teaches, fte,
           valid_from, valid_to)
         VALUES ('${one(["w1", "w2", "w3", "w4"])}', '220622', 'POST', 'SYNTHETIC', '${one(["p", "q"])}', '${one(SCHOOLS)}',
           '${one(STAGES)}', 'TEACHER', ${one([true, false])}, true, ${one(["1.00", "0.35"])}, '2019-01-01', NULL)
         ON CONFLICT DO NOTHING`,
    ),
    () => `DELETE FROM assignment WHERE id = '${one(["w1", "w2", "w3"])}'`,
  ],
  kept: keptFacts("staff_facts"),
  // The counts themselves have a test of their own; here they are put together.
  async counted(run) {
    const counts = await rowsOf(run, "SELECT *, stage::text, teacher_fte::float8 FROM hub_summary.staff_count");
    const filed = await rowsOf(run, "SELECT *, origin::text FROM staff_return");
    const quotas = await rowsOf(run, "SELECT * FROM staffing_quota");
    const keys = new Set([...filed, ...quotas].map((row) => `${row["school_id"]}/${row["year"]}`));
    const same = (key: string) => (row: Row) => `${row["school_id"]}/${row["year"]}` === key;
    return [...keys]
      .map((key) => {
        const [school_id, year] = [key.split("/")[0], Number(key.split("/")[1])];
        const stages = STAGES.flatMap((stage) => {
          const own = counts.filter(same(key)).filter((row) => row["stage"] === stage);
          if (own.length === 0) return [];
          const numbers = (row: Row) => [row["teachers"], row["permanent_staff"], row["staff"]];
          const single = own.filter((row) => row["person_id"] === null).map(numbers)[0] ?? [0, 0, 0];
          const shared = own
            .filter((row) => row["person_id"] !== null)
            .map((row) => [row["person_id"], ...numbers(row)])
            .toSorted();
          const fte = Math.round(sum(own.map((row) => Number(row["teacher_fte"]))) * 100) / 100;
          return [[stage, ...single, fte, shared]];
        });
        const origin = filed.find(same(key))?.["origin"] ?? null;
        const posts = quotas.find(same(key))?.["posts"] ?? null;
        return [school_id, year, [school_id, year, origin, posts, stages]];
      })
      .toSorted();
  },
};

const schoolPast: Summary = {
  owner: "schools",
  tables: ["school_identifier", "school_division", "school_authority", "school_succession"],
  changes: (one) => [
    () => `INSERT INTO school_division VALUES ('${one(SCHOOLS)}', '${one(["220622101", "220622102", "none"])}',
             ${one(["'2019-01-01', '2020-01-01'", "'2020-01-01', '2021-01-01'"])}, 'SYNTHETIC') ON CONFLICT DO NOTHING`,
    () => `INSERT INTO school_authority VALUES ('${one(SCHOOLS)}', '${one(["bureau", "city"])}', '2020-01-01', NULL, 'SYNTHETIC')
           ON CONFLICT DO NOTHING`,
    () => `INSERT INTO school_identifier VALUES ('${one(["i", "j", "k"])}', '${one(SCHOOLS)}', '${one(["MOE_SCHOOL_CODE", "LOCAL"])}',
             '${one(["1", "2"])}', '2020-01-01', ${one(["NULL", "'2021-01-01'"])}, 'SYNTHETIC') ON CONFLICT DO NOTHING`,
    () => `INSERT INTO school_succession VALUES ('${one(["A", "B"])}', 'C', '${one(["MERGED", "SPLIT"])}', '2020-09-01', 'SYNTHETIC')
           ON CONFLICT (predecessor_id, successor_id) DO UPDATE SET kind = excluded.kind`,
    () => `UPDATE school_identifier SET school_id = '${one(SCHOOLS)}' WHERE id = '${one(["i", "j"])}'`,
    () =>
      `UPDATE school_division SET valid_to = '${one(["2021-01-01", "2021-06-01"])}' WHERE valid_from = '2020-01-01'`,
    () =>
      `DELETE FROM ${one(["school_division", "school_authority", "school_identifier"])} WHERE school_id = '${one(SCHOOLS)}'`,
    () => `DELETE FROM ${one(["school_succession", "school_authority"])}`,
  ],
  async kept(run) {
    const rows = await rowsOf(run, "SELECT * FROM hub_summary.school_past");
    return rows.map(({ school_id, past }) => [school_id, past]).toSorted();
  },
  async counted(run) {
    const list = async (table: string, school: string, columns: string, order: string) =>
      (
        await rowsOf(
          run,
          `SELECT ${school} AS school, json_build_array(${columns}) AS row FROM ${table} ORDER BY ${order}`,
        )
      ).map(({ school: id, row }) => ({ id, row }));
    const dates = "own.valid_from, own.valid_to";
    const lists = [
      await list(
        "school_identifier WHERE scheme = 'MOE_SCHOOL_CODE'",
        "school_id",
        "value, valid_to",
        "valid_from, value",
      ),
      await list("school_division own", "school_id", `division_code, ${dates}`, "own.valid_from"),
      await list("school_authority own", "school_id", `authority_id, ${dates}`, "own.valid_from"),
      await list("school_succession", "predecessor_id", "successor_id, kind, date", "date, successor_id"),
      await list("school_succession", "successor_id", "predecessor_id, kind, date", "date, predecessor_id"),
    ];
    return SCHOOLS.map((id) => [id, lists.map((rows) => rows.filter((one) => one.id === id).map(({ row }) => row))])
      .filter(([, past]) => (past as unknown[][]).some((rows) => rows.length > 0))
      .toSorted();
  },
};

const SUMMARIES = { returnFacts, schoolPast, accountFacts, taskCounts, staffFacts };
const SERIES = Object.keys(SUMMARIES).flatMap((name) => [1, 2].map((seed) => [name, seed] as const));

test.each(SERIES)("random changes leave %s equal to the records, series %i", async (name, seed) => {
  const { owner, tables, changes, kept, counted } = SUMMARIES[name as keyof typeof SUMMARIES];
  const client = await databases.open(owner).pool.connect();
  const { pick: one } = createRandom(`${name} ${seed}`);
  const texts = changes(one);
  let seen = 0;
  try {
    for (let step = 0; step < 80; step += 1) {
      await client.query("BEGIN");
      for (let change = 0; change < 3; change += 1) await client.query(one(texts)());
      await client.query(one(["COMMIT", "COMMIT", "ROLLBACK"]));
      const expected = await counted(client);
      expect(await kept(client)).toEqual(expected);
      seen = Math.max(seen, JSON.stringify(expected).length);
    }
    expect(seen).toBeGreaterThan(150);
    await client.query(`TRUNCATE ${one(tables)}`);
    expect(await kept(client)).toEqual(await counted(client));
    for (const table of tables) await client.query(`DELETE FROM ${table}`);
    expect(await kept(client)).toEqual(await counted(client));
  } finally {
    client.release();
  }
});

test("two writers of one school's task, one of them of its cause, leave what the records say", async () => {
  const { pool } = databases.open("inspection");
  const [first, second] = [await pool.connect(), await pool.connect()];
  await pool.query(
    `INSERT INTO finding (id, county_code, item, severity, found_on, origin)
       VALUES ('cause', '220622', 'x', 'MINOR', '2018-05-01', 'SYNTHETIC');
     INSERT INTO rectification_task (id, finding_id, county_code, school_id, owner, due_on, verified, origin)
       VALUES ('open', 'cause', '220622', 'A', 'x', '2018-06-01', false, 'SYNTHETIC')`,
  );
  try {
    await first.query("BEGIN; UPDATE finding SET found_on = '2019-05-01' WHERE id = 'cause'");
    const waiting = second.query("UPDATE rectification_task SET closed_on = '2020-02-01' WHERE id = 'open'");
    await first.query("COMMIT");
    await waiting;
    expect(await rowsOf(pool, "SELECT first_year, end_year, tasks FROM hub_summary.task_count")).toEqual([
      { first_year: 2019, end_year: 2020, tasks: 1 },
    ]);
  } finally {
    first.release();
    second.release();
  }
});

test("facts add nothing to the change log", async () => {
  const { pool } = databases.open("schools");
  const { newest } = await readDataVersion(pool);
  await pool.query("INSERT INTO school_return VALUES ('Z', 2020, '2020-10-01', 'SYNTHETIC')");
  await pool.query("UPDATE school_return SET filed_on = '2020-10-02', origin = 'DOCUMENT' WHERE school_id = 'Z'");
  const { rows } = await pool.query("SELECT entity, op FROM hub_log.change_log WHERE version > $1", [newest]);
  expect(rows).toEqual([
    { entity: "school_return", op: "I" },
    { entity: "school_return", op: "U" },
  ]);
});
