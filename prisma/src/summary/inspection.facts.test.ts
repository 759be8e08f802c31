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

/** Some lie beyond the years that facts are told apart by. */
const TASK_DAYS = [...DAYS, "1930-05-01", "2033-05-01"];

const tasks: Pick<Summary, "owner" | "tables" | "changes"> = {
  owner: "inspection",
  tables: ["rectification_task", "finding"],
  changes: (one) => [
    ...[1, 2, 3].map(
      () => () =>
        `INSERT INTO rectification_task (id, finding_id, county_code, school_id, owner, due_on, closed_on, verified, origin)
         SELECT '${one(["a", "b", "c"])}' || number, '${one(["f1", "f2", "f3"])}', '220622', ${one(["'A'", "'B'", "NULL"])}, 'x',
           '${one(TASK_DAYS)}', ${one(["NULL", `'${one(TASK_DAYS)}'`])}, false, '${one(ORIGINS)}'
         FROM generate_series(1, 2) AS number ON CONFLICT DO NOTHING`,
    ),
    () => `INSERT INTO finding (id, county_code, item, severity, found_on, origin, stage)
           VALUES ('${one(["f1", "f2", "f3"])}', '220622', 'x', 'MINOR', '${one(DAYS)}', '${one(ORIGINS)}', ${one(["'PRIMARY'", "NULL"])})
           ON CONFLICT (id) DO UPDATE SET found_on = excluded.found_on, stage = excluded.stage`,
    ...Object.entries({ item: ["x", "y", '消防 "1"'], severity: ["MINOR", "SEVERE"], origin: ORIGINS }).map(
      ([column, values]) =>
        () =>
          `UPDATE finding SET ${column} = '${one(values)}' WHERE id = '${one(["f1", "f2", "f3"])}'`,
    ),
    () => `UPDATE rectification_task SET id = '${one(["z", "Z", "中"])}1' WHERE id = '${one(["a1", "z1", "Z1", "中1"])}'
             AND NOT EXISTS (SELECT FROM rectification_task WHERE id IN ('z1', 'Z1', '中1'))`,
    () =>
      `UPDATE rectification_task SET closed_on = ${one(["NULL", `'${one(DAYS)}'`])} WHERE id LIKE '${one(["a", "b"])}%'`,
    () =>
      `UPDATE rectification_task SET school_id = '${one(SCHOOLS)}', due_on = '${one(DAYS)}' WHERE id LIKE '%${one([1, 2])}'`,
    () => `DELETE FROM finding WHERE id = '${one(["f1", "f2", "f3"])}'`,
    () => `DELETE FROM rectification_task WHERE school_id = '${one(SCHOOLS)}'`,
  ],
};

const taskCounts: Summary = {
  ...tasks,
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

const taskFacts: Summary = {
  ...tasks,
  async kept(run) {
    const rows = await rowsOf(run, "SELECT * FROM hub_summary.task_facts");
    return rows
      .map((row) => [row["school_id"], row["year"], row["late"], row["late_from"], row["closed_by"], row["facts"]])
      .map((row) => [...row.slice(0, -1), JSON.parse(String(row.at(-1)))])
      .toSorted();
  },
  async counted(run) {
    const rows = await rowsOf(
      run,
      `SELECT task.school_id, task.id, item, severity::text, finding.stage::text, found_on, due_on, closed_on,
         CASE WHEN 'SYNTHETIC' IN (task.origin, finding.origin) THEN 'SYNTHETIC' ELSE 'DOCUMENT' END AS origin
       FROM rectification_task task JOIN finding ON finding.id = finding_id WHERE task.school_id IS NOT NULL`,
    );
    const years = Array.from({ length: 2031 - 1949 + 1 }, (_, place) => 1949 + place);
    const standing = years.flatMap((year) =>
      rows.filter((row) => standsIn(row, year)).map((row) => ({ key: [row["school_id"], year, isLate(row)], row })),
    );
    return [...Map.groupBy(standing, ({ key }) => key.join("/")).values()]
      .map((entries) => {
        const key = entries[0]?.key ?? [];
        const own = entries.map(({ row }) => row).toSorted(byDueDateAndId);
        const days = [own.map(firstLateDay).toSorted()[0], own.map(closing).toSorted().at(-1)];
        return [...key, ...days, [key[0], own.map((row) => TASK_FACTS.map((name) => row[name]))]];
      })
      .toSorted();
  },
};

const TASK_FACTS = ["id", "item", "severity", "stage", "found_on", "due_on", "closed_on", "origin"];

const closing = (row: Row): string => String(row["closed_on"] ?? "infinity");
const isLate = (row: Row): boolean => firstLateDay(row) < closing(row);

function firstLateDay(row: Row): string {
  const dayAfter = new Date(Date.parse(String(row["due_on"])) + 86_400_000).toISOString().slice(0, 10);
  return [String(row["found_on"]), dayAfter].toSorted()[1] as string;
}

/** Whether a task is late on a day of the year; of one never late, whether it would have been from such a day on. */
function standsIn(row: Row, year: number): boolean {
  const from = year === 1949 ? "0001" : `${year}-01-01`;
  const to = year === 2031 ? "9999" : `${year}-12-31`;
  const first = firstLateDay(row);
  return first <= to && (isLate(row) ? closing(row) > from : first >= from);
}

function byDueDateAndId(one: Row, other: Row): number {
  const [name, otherName] = [one, other].map((row) => `${row["due_on"]} ${row["id"]}`) as [string, string];
  return name < otherName ? -1 : 1;
}

testRandomChanges(databases, { taskCounts, taskFacts });

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
    const tasks = [["open", "x", "MINOR", null, "2019-05-01", "2018-06-01", "2020-02-01", "SYNTHETIC"]];
    expect(await rowsOf(pool, "SELECT late, year, late_from, facts::json FROM hub_summary.task_facts")).toEqual(
      [2019, 2020].map((year) => ({ late: true, year, late_from: "2019-05-01", facts: ["A", tasks] })),
    );
  } finally {
    first.release();
    second.release();
  }
});
