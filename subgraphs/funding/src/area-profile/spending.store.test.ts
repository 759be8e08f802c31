import { createJointReads } from "@hub/kit";
import { countQueries, createTestCluster, createTestDatabases, openDatabase } from "@hub/prisma";
import type { Database, TestCluster } from "@hub/prisma";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAreaSpendingLoader } from "./spending.loaders.js";
import { createSpendingStore } from "./spending.store.js";

let cluster: TestCluster;
let database: Database<"funding">;

beforeAll(async () => {
  cluster = await createTestCluster();
  database = openDatabase("funding", (await createTestDatabases(cluster.adminUrl)).urls.funding);
  for (const [school, year] of [
    ["s", 2020],
    ["idle", 2020],
    ["s", 2021],
  ] as const) {
    await database.pool.query("insert into finance_return values ($1, $2, '2021-03-01', 'SYNTHETIC')", [school, year]);
  }
  const payments: readonly (readonly unknown[])[] = [
    ["s", "PRIMARY", "PERSONNEL", "COUNTY", "0.10", "2020-01-01", null],
    ["s", "PRIMARY", "PERSONNEL", "COUNTY", "0.20", "2020-12-31", null],
    ["s", "PRIMARY", "PUBLIC_USE", "CITY", "1.00", "2020-06-01", null],
    ["s", "JUNIOR", "AID", "CENTRAL", "20.00", "2020-06-01", 4],
    ["s", "JUNIOR", "SUBSIDY", "CENTRAL", "300.00", "2020-06-01", 5],
    ["s", null, "CAPITAL", "COUNTY", "-4000.00", "2020-06-01", null],
    ["s", "PRIMARY", "PERSONNEL", "COUNTY", "70000000000.01", "2021-06-01", null],
    ["silent", "PRIMARY", "PERSONNEL", "COUNTY", "9.00", "2020-06-01", null],
    [null, "PRIMARY", "PERSONNEL", "COUNTY", "9.00", "2020-06-01", null],
  ];
  for (const [index, payment] of payments.entries()) {
    await database.pool.query(
      `insert into payment (id, county_code, programme, origin, school_id, stage, economic_class, source_level, amount,
         paid_on, person_times)
       values ($1, '220622', 'RUNNING_COSTS', 'SYNTHETIC', $2, $3, $4, $5, $6, $7, $8)`,
      [`p${index}`, ...payment],
    );
  }
}, 60_000);

afterAll(async () => {
  await database.close();
  await cluster.close();
});

const store = () => createSpendingStore(createJointReads(database.pool));
const in2020 = ["silent", "s", "idle"].map((schoolId) => ({ schoolId, year: 2020 }));

it("sorts money into columns that together are the whole, to the cent, of the calendar year alone", async () => {
  expect(await store().spending([...in2020, { schoolId: "s", year: 2021 }], null)).toEqual({
    filed: [false, true, true, true],
    origin: [null, "SYNTHETIC", "SYNTHETIC", "SYNTHETIC"],
    // 30 + 100 + 2,000 + 30,000 - 400,000
    spending: [0, -367_870, 0, 7_000_000_000_001],
    personnelSpending: [0, 30, 0, 7_000_000_000_001],
    publicUseSpending: [0, 100, 0, 0],
    capitalSpending: [0, -400_000, 0, 0],
    aidSpending: [0, 32_000, 0, 0],
    aidPersonTimes: [0, 9, 0, 0],
  });
});

it("takes one stage of a school that teaches two, and what has no stage only in the whole", async () => {
  const junior = await store().spending(in2020, "JUNIOR");

  expect(junior).toMatchObject({ filed: [false, true, true], spending: [0, 32_000, 0], aidPersonTimes: [0, 9, 0] });
});

it("tells from which source the money came, for schools that closed their accounts", async () => {
  const rows = await store().sources(in2020);

  expect(rows.toSorted((one, other) => (one.sourceLevel < other.sourceLevel ? -1 : 1))).toEqual([
    { schoolId: "s", year: 2020, sourceLevel: "CENTRAL", cents: 32_000 },
    { schoolId: "s", year: 2020, sourceLevel: "CITY", cents: 100 },
    { schoolId: "s", year: 2020, sourceLevel: "COUNTY", cents: -399_970 },
  ]);
});

it("reads areas of several stages and years in one query, each school once", async () => {
  const loader = createAreaSpendingLoader(store());
  const queries = countQueries(database.pool);
  const area = (areaCode: string, year: number, stage: string | null) => ({ areaCode, year, stage, schoolIds: ["s"] });

  const tables = await Promise.all([
    loader.load(area("north", 2020, "PRIMARY")),
    loader.load(area("county", 2020, "PRIMARY")),
    loader.load(area("north", 2020, null)),
    loader.load(area("north", 2021, null)),
    loader.load({ ...area("nowhere", 2021, "JUNIOR"), schoolIds: [] }),
  ]);
  queries.stop();

  expect(tables.map(({ cents }) => cents.spending)).toEqual([[130], [130], [-367_870], [7_000_000_000_001], []]);
  expect(queries.count).toBe(1);
});
