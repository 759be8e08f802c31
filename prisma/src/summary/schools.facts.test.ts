import { expect, test } from "vitest";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";
import {
  ORIGINS,
  SCHOOLS,
  STAGES,
  YEARS,
  keptFacts,
  rowsOf,
  sum,
  testRandomChanges,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

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

testRandomChanges(databases, { returnFacts, schoolPast });

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
