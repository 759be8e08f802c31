import { expect, test } from "vitest";
import { testDatabases } from "../testing/open-test-database.js";
import {
  DAYS,
  ORIGINS,
  SCHOOLS,
  rowsOf,
  sum,
  testRandomChanges,
  type Row,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

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

testRandomChanges(databases, { taskCounts });

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
