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
  type Row,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

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

testRandomChanges(databases, { staffFacts });
