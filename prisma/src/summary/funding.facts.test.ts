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
  type PickOne,
  type Row,
  type Summary,
} from "../testing/random-changes.js";

const databases = testDatabases();

const changes = (one: PickOne): readonly (() => string)[] => [
  ...[1, 2, 3, 4].map(
    () => () =>
      `INSERT INTO payment (id, county_code, programme, purpose, origin, school_id, stage, economic_class, source_level,
         amount, paid_on, person_times)
       SELECT '${one(["a", "b", "c", "d"])}' || number, '220622', '${one(["X", 'Y,"]', "Z[\\"])}', ${one(["NULL", "'P'"])},
         '${one([...ORIGINS, "OFFICIAL_LIST"])}', ${one(["'A'", "'B'", "'C'", "NULL"])}, ${one(["'PRIMARY'", "'JUNIOR'", "NULL"])},
         '${one(["PERSONNEL", "PUBLIC_USE", "CAPITAL", "AID", "AID", "SUBSIDY", "OTHER"])}', 'COUNTY',
         ${one(["0.10", "-0.10", "-3.07", "70000000000.01"])}, '${one(DAYS)}', ${one(["NULL", "4"])}
       FROM generate_series(1, 3) AS number ON CONFLICT DO NOTHING`,
  ),
  () => `INSERT INTO finance_return VALUES ('${one(SCHOOLS)}', ${one(YEARS)}, '2020-10-01', '${one(ORIGINS)}')
         ON CONFLICT (school_id, year) DO UPDATE SET origin = excluded.origin`,
  () => `UPDATE payment SET paid_on = '${one(DAYS)}', amount = amount + 0.01 WHERE id LIKE '${one(["a", "b"])}%'`,
  () => `UPDATE payment SET school_id = '${one(SCHOOLS)}' WHERE id LIKE '%${one([1, 2, 3])}'`,
  () => `UPDATE payment SET programme = '${one(["X", "V"])}' WHERE id LIKE '%${one([1, 2])}'`,
  () => `UPDATE payment SET purpose = ${one(["NULL", "'Q'"])} WHERE id LIKE '${one(["a", "c"])}%'`,
  () => `UPDATE payment SET origin = '${one([...ORIGINS, "OFFICIAL_LIST"])}' WHERE id LIKE '${one(["b", "d"])}%'`,
  () => `UPDATE payment SET economic_class = '${one(["AID", "PERSONNEL"])}' WHERE id = '${one(["a1", "b2", "c3"])}'`,
  () => `DELETE FROM payment WHERE economic_class = '${one(["PERSONNEL", "AID"])}'`,
  () => `DELETE FROM finance_return WHERE school_id = '${one(SCHOOLS)}'`,
];

/** Money in cents, added up without a fraction. */
const centsOf = (rows: readonly Row[]): number =>
  sum(rows.map(({ amount }) => Number(String(amount).replace(".", ""))));

const accountFacts: Summary = {
  owner: "funding",
  tables: ["payment", "finance_return"],
  changes,
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
            centsOf(paid.filter((row) => classes.length === 0 || classes.includes(String(row["economic_class"]))));
          const columns = [cents(), cents("PERSONNEL"), cents("PUBLIC_USE"), cents("CAPITAL"), cents("AID", "SUBSIDY")];
          return [[stage, ...columns, sum(paid.map((row) => Number(row["person_times"])))]];
        });
        return [school_id, year, [school_id, year, origin, stages]];
      })
      .toSorted();
  },
};

/** Days after 1 January of their year. */
const dayOf = (day: unknown): number => (Date.parse(String(day)) - Date.parse(`${yearOf(day)}-01-01`)) / 86_400_000;

const paymentFacts: Summary = {
  owner: "funding",
  tables: ["payment", "finance_return"],
  changes,
  async kept(run) {
    const rows = await rowsOf(run, "SELECT * FROM hub_summary.payment_facts");
    return rows
      .map(({ year, school_id, facts }) => {
        const [school, yearInside, filed, ...flat] = JSON.parse(String(facts)) as unknown[];
        const groups = Array.from({ length: flat.length / 9 }, (_, place) =>
          JSON.stringify(flat.slice(place * 9, place * 9 + 9)),
        );
        return [school_id, year, [school, yearInside, filed, ...groups.toSorted()]];
      })
      .toSorted();
  },
  async counted(run) {
    const paid = (
      await rowsOf(run, "SELECT *, stage::text, origin::text FROM payment WHERE school_id IS NOT NULL")
    ).map((row): Row => ({ ...row, year: yearOf(row["paid_on"]) }));
    const filed = await rowsOf(run, "SELECT school_id, year FROM finance_return");
    const placeOf = ({ school_id, year }: Row) => JSON.stringify([school_id, year]);
    return [...new Set([...paid, ...filed].map(placeOf))]
      .map((place) => {
        const given = paid.filter(
          (row) => placeOf(row) === place && ["CAPITAL", "AID", "SUBSIDY"].includes(String(row["economic_class"])),
        );
        const groups = Map.groupBy(given, ({ programme, purpose, economic_class, stage }) =>
          JSON.stringify([programme, purpose, economic_class, stage]),
        );
        const texts = [...groups].map(([names, rows]) => {
          const days = rows.map((row) => dayOf(row["paid_on"]));
          const origin = ["SYNTHETIC", "DOCUMENT", "OFFICIAL_LIST"].find((name) =>
            rows.some((row) => row["origin"] === name),
          );
          const numbers = [centsOf(rows), rows.length, Math.min(...days), Math.max(...days)];
          return JSON.stringify([...(JSON.parse(names) as unknown[]), origin, ...numbers]);
        });
        const [school, year] = JSON.parse(place) as [string, number];
        const isFiled = filed.some((row) => placeOf(row) === place);
        return { school, year, isFiled, texts, anyGiven: given.length > 0 };
      })
      .filter(({ isFiled, anyGiven }) => isFiled || anyGiven)
      .map(({ school, year, isFiled, texts }) => [school, year, [school, year, isFiled, ...texts.toSorted()]])
      .toSorted();
  },
};

testRandomChanges(databases, { accountFacts, paymentFacts });
