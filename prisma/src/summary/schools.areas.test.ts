import { expect, test } from "vitest";
import { testDatabases } from "../testing/open-test-database.js";
import {
  DAYS,
  ORIGINS,
  SCHOOLS,
  STAGES,
  YEARS,
  rowsOf,
  sum,
  testRandomChanges,
  type Row,
  type Run,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

const COUNTIES = ["K1", "K2"];
const DIVISIONS = ["T1", "T2", "T3", "K1"];
/** One code is that of a division and of an authority. */
const AUTHORITIES = ["U1", "T1"];
const AREAS = [...new Set([...COUNTIES, ...DIVISIONS, ...AUTHORITIES, "none"])];
const PERIODS = [
  "'2019-01-01', '2020-01-01'",
  "'2020-01-01', '2021-01-01'",
  "'2020-01-01', NULL",
  "'2021-01-01', NULL",
];

const division = (code: string, county: string) =>
  `INSERT INTO division (code, level, name, county_code, valid_from, origin)
   VALUES ('${code}', 'TOWNSHIP', 'x', ${county}, '2000-01-01', 'SYNTHETIC')
   ON CONFLICT (code) DO UPDATE SET county_code = excluded.county_code`;
const school = (id: string, ownership: string, stages: readonly string[], opened: string, closed: string) =>
  `INSERT INTO school (id, county_code, name, type_code, sponsor, ownership, boarding, stages, opened_on, closed_on, origin)
   VALUES ('${id}', 'K1', 'x', '211', 'x', '${ownership}', false, '{${stages.join()}}', ${opened}, ${closed}, 'SYNTHETIC')
   ON CONFLICT (id) DO UPDATE SET (ownership, stages, opened_on, closed_on)
     = (excluded.ownership, excluded.stages, excluded.opened_on, excluded.closed_on)`;

/** Who belongs to each area on each day, when schools closed since an earlier day count, by a rule of belonging. */
const lists = (belongs: (area: string, day: string, since: string) => string[]) =>
  AREAS.flatMap((area) =>
    DAYS.flatMap((day) => DAYS.map((since) => [area, day, since, belongs(area, day, since).toSorted()])),
  );
/** Schools of each area, year and stage (null: all) on 1 September: lists of ids, ownerships, students, classes, origins. */
const years = (of: (area: string, year: number, stage: string | null) => unknown[]) =>
  AREAS.flatMap((area) =>
    YEARS.flatMap((year) => [null, ...STAGES].map((stage) => [area, year, stage, of(area, year, stage)])),
  );
/** The lists of schools that belong, each with its return as kept by school. */
function listed(schools: readonly { head: unknown[]; facts: unknown }[], stage: string | null): unknown[] {
  const rows = schools.map(({ head: [id, ownership], facts }) => {
    if (facts === undefined) return [id, ownership, null, null, null];
    const [origin, stages] = JSON.parse(String(facts)) as [string, [string, number, number][]];
    const taught = stages.filter((one) => stage === null || one[0] === stage);
    return [id, ownership, sum(taught.map((one) => one[1])), sum(taught.map((one) => one[2])), origin];
  });
  return [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]));
}

const byId = (name: string) => (one: Row, other: Row) => (String(one[name]) < String(other[name]) ? -1 : 1);

/** As the two statements that read areas do. */
async function kept(run: Run): Promise<unknown> {
  const ties = await rowsOf(run, "SELECT *, since::text, until::text, closed::text FROM hub_summary.area_school");
  const ready = await rowsOf(run, "SELECT * FROM hub_summary.area_facts");
  const filed = await rowsOf(run, "SELECT * FROM hub_summary.return_facts");
  const divisions = await rowsOf(run, "SELECT code, county_code FROM division");
  const news = (await rowsOf(run, "SELECT FROM hub_summary.division_news")).length > 0;
  const tiesOf = (area: string) => {
    if (!news) return ties.filter((tie) => tie["area"] === area);
    const codes = [area, ...divisions.filter((one) => one["county_code"] === area).map((one) => one["code"])];
    return ties.filter((tie) =>
      tie["tie"] === "DIVISION" ? codes.includes(tie["area"]) : tie["tie"] === "AUTHORITY" && tie["area"] === area,
    );
  };
  const text = (tie: Row, name: string) => String(tie[name]);
  const on = (area: string, day: string, since: string) =>
    tiesOf(area).filter(
      (tie) =>
        text(tie, "since") <= day && text(tie, "until") > day && text(tie, "closed") > (since < day ? since : day),
    );
  const factsOf = ({ school_id }: Row, year: number) =>
    filed.find((row) => row["school_id"] === school_id && row["year"] === year)?.["facts"];
  return [
    lists((area, day, since) =>
      on(area, day, since).map((tie) =>
        [
          text(tie, "head"),
          (tie["stages"] as string[]).toSorted(),
          JSON.stringify(JSON.parse(text(tie, "listing"))),
        ].join(" "),
      ),
    ),
    years((area, year, stage) => {
      const kept = ready.find((row) => row["area"] === area && row["year"] === year && row["stage"] === (stage ?? ""));
      if (!news && kept !== undefined) return JSON.parse(String(kept["facts"]));
      const day = `${year}-09-01`;
      const own = on(area, day, day).filter((tie) => stage === null || (tie["stages"] as string[]).includes(stage));
      return listed(
        own
          .toSorted(byId("school_id"))
          .map((tie) => ({ head: JSON.parse(`[${tie["head"]}]`), facts: factsOf(tie, year) })),
        stage,
      );
    }),
  ];
}

/** As the records say, link by link. */
async function counted(run: Run): Promise<unknown> {
  const schools = await rowsOf(run, "SELECT *, ownership::text, stages::text[] FROM school");
  const divisions = await rowsOf(run, "SELECT code, county_code FROM division");
  const lies = await rowsOf(run, "SELECT *, division_code AS area FROM school_division");
  const answers = await rowsOf(run, "SELECT *, authority_id AS area FROM school_authority");
  const filed = await rowsOf(run, "SELECT * FROM hub_summary.return_facts");
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  const on = (area: string, day: string, since: string) => {
    const codes = [area, ...divisions.filter((one) => one["county_code"] === area).map((one) => one["code"])];
    const links = [
      ...lies.filter((link) => codes.includes(link["area"] as string)),
      ...answers.filter((link) => link["area"] === area),
    ];
    return links.flatMap((link) => {
      const own = schools.find((one) => one["id"] === link["school_id"]);
      if (own === undefined) return [];
      const { opened_on: opened, closed_on: closed } = own as { opened_on: string | null; closed_on: string | null };
      if (opened !== null && opened > day) return [];
      if (closed !== null && closed <= (since < day ? since : day)) return [];
      const last = closed !== null && dayBefore(closed) < day ? dayBefore(closed) : day;
      const { valid_from: from, valid_to: to } = link as { valid_from: string; valid_to: string | null };
      return from <= last && (to === null || to > last) ? [own] : [];
    });
  };
  const head = ({ id, ownership, stages }: Row) => [id, ownership, stages];
  return [
    lists((area, day, since) =>
      on(area, day, since).map((own) =>
        [
          JSON.stringify(head(own)).slice(1, -1),
          (own["stages"] as string[]).toSorted(),
          JSON.stringify([own["id"], own["name"], own["closed_on"]]),
        ].join(" "),
      ),
    ),
    years((area, year, stage) => {
      const day = `${year}-09-01`;
      const own = on(area, day, day).filter((one) => stage === null || (one["stages"] as string[]).includes(stage));
      const factsOf = ({ id }: Row) => filed.find((row) => row["school_id"] === id && row["year"] === year)?.["facts"];
      return listed(
        own.toSorted(byId("id")).map((one) => ({ head: head(one), facts: factsOf(one) })),
        stage,
      );
    }),
  ];
}

const areas: Summary = {
  owner: "schools",
  tables: ["school", "school_division", "school_authority", "division", "school_return", "class_group"],
  changes: (one) => [
    ...[1, 2].map(
      () => () =>
        school(
          one(SCHOOLS),
          one(["PUBLIC", "OTHER_PRIVATE"]),
          one([[], ["PRIMARY"], ["PRIMARY", "JUNIOR"]]),
          one(["NULL", "'2019-06-01'", "'2020-06-01'"]),
          one(["NULL", "'2020-06-01'", "'2020-12-31'", "'2021-01-01'"]),
        ),
    ),
    ...[1, 2].map(
      () => () =>
        `INSERT INTO school_division VALUES ('${one(SCHOOLS)}', '${one(DIVISIONS)}', ${one(PERIODS)}, 'SYNTHETIC') ON CONFLICT DO NOTHING`,
    ),
    () =>
      `INSERT INTO school_authority VALUES ('${one(SCHOOLS)}', '${one(AUTHORITIES)}', ${one(PERIODS)}, 'SYNTHETIC') ON CONFLICT DO NOTHING`,
    () => division(one(DIVISIONS), one(["'K1'", "'K2'", "NULL"])),
    () => one([`DELETE FROM division WHERE code = '${one(DIVISIONS)}'`, `UPDATE division SET name = 'y'`]),
    () => `UPDATE school_division SET division_code = '${one(DIVISIONS)}' WHERE school_id = '${one(SCHOOLS)}'`,
    () =>
      `UPDATE school_division SET valid_to = ${one(["'2020-06-01'", "'2021-01-01'"])} WHERE valid_from = '2020-01-01'`,
    () => `DELETE FROM ${one(["school_division", "school_authority"])} WHERE school_id = '${one(SCHOOLS)}'`,
    () => `DELETE FROM school WHERE id = '${one(SCHOOLS)}'`,
    () => `INSERT INTO school_return VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '2020-10-01', '${one(ORIGINS)}')
           ON CONFLICT (school_id, year) DO UPDATE SET origin = excluded.origin`,
    () => `INSERT INTO class_group VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '${one(STAGES)}', 1, ${one([1, 2])}, 30, 'SYNTHETIC')
           ON CONFLICT DO NOTHING`,
    () => `DELETE FROM school_return WHERE school_id = '${one(SCHOOLS)}'`,
    () => `UPDATE school SET name = '${one(["y", '第"一"小学', "x".repeat(3_000)])}' WHERE id <= '${one(SCHOOLS)}'`,
  ],
  kept,
  counted,
};

testRandomChanges(databases, { areas });

const open = () => databases.open("schools").pool;
const OF_K2 = "SELECT school_id FROM hub_summary.area_school WHERE area = 'K2' AND tie = 'COUNTY'";
const NEWS = "SELECT code FROM hub_summary.division_news";

test("a township's schools are kept ready by year, whatever comes first", async () => {
  const pool = open();
  await pool.query(
    "INSERT INTO school_return VALUES ('r', 2020, '2020-10-01', 'SYNTHETIC'), ('r', 0, '2020-10-01', 'SYNTHETIC')",
  );
  await pool.query("INSERT INTO school_division VALUES ('r', 'T9', '2010-01-01', NULL, 'SYNTHETIC')");
  const ready = "SELECT year, stage, facts FROM hub_summary.area_facts WHERE area = 'T9' ORDER BY stage";
  expect(await rowsOf(pool, ready)).toEqual([]);
  await pool.query(school("r", "PUBLIC", ["PRIMARY"], "NULL", "NULL"));
  const facts = '[["r"], ["PUBLIC"], [0], [0], ["SYNTHETIC"]]';
  expect(await rowsOf(pool, ready)).toEqual([
    { year: 2020, stage: "", facts },
    { year: 2020, stage: "PRIMARY", facts },
  ]);
  await pool.query(school("r", "PUBLIC", ["PRIMARY"], "NULL", "'2020-09-01'"));
  expect(await rowsOf(pool, ready)).toEqual([]);
  await pool.query(school("r", "PUBLIC", ["PRIMARY"], "NULL", "'2020-09-02'"));
  expect(await rowsOf(pool, ready)).toHaveLength(2);
  await pool.query("DELETE FROM school_division WHERE school_id = 'r'");
  expect(await rowsOf(pool, ready)).toEqual([]);
});

test("a division that changes is news until somebody changes a school, and its writers wait for nobody", async () => {
  const pool = open();
  await pool.query(`${division("T5", "'K1'")}; ${school("n", "PUBLIC", ["PRIMARY"], "NULL", "NULL")};
    INSERT INTO school_division VALUES ('n', 'T5', '2010-01-01', NULL, 'SYNTHETIC')`);
  expect(await rowsOf(pool, NEWS)).toEqual([]);
  const [one, other] = [await pool.connect(), await pool.connect()];
  try {
    await one.query("BEGIN; UPDATE division SET county_code = 'K2' WHERE code = 'T5'");
    await other.query("SET lock_timeout = '2s'; BEGIN");
    await other.query(division("T6", "'K2'"));
    // Neither this writer of a school nor its commit knows of T5's new county: it stays news.
    await other.query(school("n", "OTHER_PRIVATE", ["PRIMARY"], "NULL", "NULL"));
    await other.query("COMMIT");
    expect(await rowsOf(pool, NEWS)).toEqual([]);
    await one.query("COMMIT");
    expect(await rowsOf(pool, NEWS)).toEqual([{ code: "T5" }, { code: "T5" }]);
    expect(await rowsOf(pool, OF_K2)).toEqual([]);
    expect(await kept(pool)).toEqual(await counted(pool));
    await other.query("UPDATE school SET ownership = 'PUBLIC' WHERE id = 'n'");
    expect(await rowsOf(pool, NEWS)).toEqual([]);
    expect(await rowsOf(pool, OF_K2)).toEqual([{ school_id: "n" }]);
    await one.query("TRUNCATE division");
    expect(await rowsOf(pool, NEWS)).toEqual([{ code: null }]);
    await other.query("DELETE FROM school WHERE id = 'nobody'");
    await other.query(school("m", "PUBLIC", [], "NULL", "NULL"));
    expect(await rowsOf(pool, OF_K2)).toEqual([]);
  } finally {
    for (const client of [one, other]) {
      await client.query("ROLLBACK; RESET lock_timeout");
      client.release();
    }
  }
});

test("two writers, one of a school and one of its link, leave what the records say", async () => {
  const pool = open();
  const changes = [
    [
      school("w", "PUBLIC", ["PRIMARY"], "NULL", "NULL"),
      "INSERT INTO school_division VALUES ('w', 'T1', '2019-01-01', NULL, 'SYNTHETIC')",
    ],
    [
      "UPDATE school SET closed_on = '2020-06-01' WHERE id = 'w'",
      "UPDATE school_division SET division_code = 'T2' WHERE school_id = 'w'",
    ],
    [
      "INSERT INTO school_return VALUES ('w', 2019, '2019-10-01', 'SYNTHETIC')",
      "UPDATE school SET stages = '{JUNIOR}' WHERE id = 'w'",
    ],
    ["DELETE FROM school WHERE id = 'w'", "DELETE FROM school_division WHERE school_id = 'w'"],
  ] as const;
  const [one, other] = [await pool.connect(), await pool.connect()];
  try {
    for (const [first, second] of changes) {
      await one.query(`BEGIN; ${first}`);
      const waits = other.query(second);
      await one.query("COMMIT");
      await waits;
      expect(await kept(pool)).toEqual(await counted(pool));
    }
  } finally {
    one.release();
    other.release();
  }
});
