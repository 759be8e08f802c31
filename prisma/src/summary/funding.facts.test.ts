import { testDatabases } from "../testing/open-test-database.js";
import {
  DAYS,
  ORIGINS,
  SCHOOLS,
  STAGES,
  YEARS,
  keptFacts,
  rowsOf,
  sum,
  testRandomChanges,
  yearOf,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

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

testRandomChanges(databases, { accountFacts });
