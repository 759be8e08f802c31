import { countQueries, createTestCluster, createTestDatabases, openDatabase } from "@hub/prisma";
import type { Database, TestCluster } from "@hub/prisma";
import { PUBLIC_VIEWER } from "@hub/schema";
import type { Viewer } from "@hub/schema";
import { createExecutor } from "@hub/kit";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { subgraph } from "../subgraph.js";
import { measures } from "./measures.js";

let cluster: TestCluster;
let database: Database<"funding">;

beforeAll(async () => {
  cluster = await createTestCluster();
}, 60_000);

beforeEach(async () => {
  await database?.close();
  database = openDatabase("funding", (await createTestDatabases(cluster.adminUrl)).urls.funding);
});

afterAll(async () => {
  await database.close();
  await cluster.close();
});

async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const all = { origin: "SYNTHETIC", ...row };
  const places = Object.keys(all).map((_, index) => `$${index + 1}`);
  await database.pool.query(
    `insert into ${table} (${Object.keys(all).join(", ")}) values (${places.join(", ")})`,
    Object.values(all),
  );
}

const project = (id: string, over: Readonly<Record<string, unknown>> = {}) =>
  insert("project", {
    id,
    county_code: "220622",
    name: id,
    category: "renovation",
    programme: "WORKS",
    period: "2020",
    period_start: "2020-01-01",
    period_end: "2020-12-31",
    status: "completed",
    ...over,
  });

const payment = (id: string, over: Readonly<Record<string, unknown>> = {}) =>
  insert("payment", {
    id,
    county_code: "220622",
    programme: "RUNNING_COSTS",
    economic_class: "PERSONNEL",
    source_level: "COUNTY",
    amount: "100.00",
    paid_on: "2020-06-30",
    ...over,
  });

async function rowsOf(name: string) {
  const sql = measures.find((measure) => measure.name === name)?.sql;
  const { rows } = await database.pool.query(`select * from (${sql}) as cube order by county_code, year_from`);
  return rows as Record<string, unknown>[];
}

async function ask(query: string, viewer: Viewer = PUBLIC_VIEWER) {
  const { schema } = await subgraph.build();
  const execute = createExecutor(schema, (fault) => {
    throw fault;
  });
  return execute({ query }, subgraph.createContext({ viewer, requestId: "test" }, database));
}

const finance: Viewer = { subject: "finance", roles: ["funding"], scopes: [], area: "220622" };

it("sums the parts of a project and not the project again", async () => {
  await project("total", { amount: "300.00" });
  await project("part-1", { parent_id: "total", amount: "100.10" });
  await project("part-2", { parent_id: "total", amount: "199.90" });

  // 300, not 600.
  expect(await rowsOf("project_amount")).toMatchObject([{ year_from: 2020, year_to: 2020, value: "300.00" }]);
});

it("counts a school that two projects of a programme serve once, in the first year", async () => {
  for (const year of [2018, 2020]) {
    await project(`p-${year}`, { period_start: `${year}-01-01`, period_end: `${year}-12-31` });
    await insert("project_school", { project_id: `p-${year}`, school_id: "s", works: "REPAIR" });
  }

  expect(await rowsOf("project_schools")).toMatchObject([{ year_from: 2018, works: "REPAIR", value: 1 }]);
});

it("gives an unbroken run of budget growth as one row, cut by a year without growth", async () => {
  const budget = { 2016: 10, 2017: 9, 2018: 10, 2019: 11, 2020: 12, 2021: 12, 2022: 13 };
  for (const [year, amount] of Object.entries(budget)) {
    const row = { id: year, county_code: "220622", programme: "EDUCATION_BUDGET", source_level: "COUNTY" };
    await insert("allocation", { ...row, stage: "PRIMARY", year: Number(year), amount });
  }

  // 2018, 2019 and 2020 grew; 2021 stood still; 2022 alone.
  expect(await rowsOf("budget_growth_run")).toMatchObject([
    { year_from: 2018, year_to: 2020, value: 3 },
    { year_from: 2022, year_to: 2022, value: 1 },
  ]);
});

it("refuses single payments to the public and gives the totals", async () => {
  await payment("one", { amount: "60.50" });
  const entity = `_entities(representations: [{ __typename: "County", code: "220622" }])`;
  const totals = await ask(`{ ${entity} { ... on County { paymentTotals(year: 2020) { amount payments } } } }`);
  const single = await ask(`{ ${entity} { ... on County { payments { nodes { id } } } } }`);

  expect(totals.data).toEqual({ _entities: [{ paymentTotals: [{ amount: "60.50", payments: 1 }] }] });
  expect(single.data).toEqual({ _entities: [{ payments: null }] });
  expect(single.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
});

it("shows the finance office the payments of its own county alone, page by page", async () => {
  await payment("a", { paid_on: "2020-01-05" });
  await payment("b", { paid_on: "2020-01-05" });
  await payment("c", { paid_on: "2021-01-05" });
  await payment("elsewhere", { county_code: "220503" });
  const page = (code: string, after = "") =>
    `{ _entities(representations: [{ __typename: "County", code: "${code}" }]) { ... on County {
      payments(first: 2 ${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } } }`;

  const first = (await ask(page("220622"), finance)).data as never as Answer;
  const { pageInfo, nodes, totalCount } = first._entities[0].payments;
  const second = (await ask(page("220622", `after: "${pageInfo.endCursor}"`), finance)).data as never as Answer;
  const foreign = (await ask(page("220503"), finance)).data as never as Answer;

  expect([nodes, totalCount, pageInfo.hasNextPage]).toEqual([[{ id: "a" }, { id: "b" }], 3, true]);
  expect(second._entities[0].payments.nodes).toEqual([{ id: "c" }]);
  expect(foreign._entities[0].payments).toMatchObject({ totalCount: 0, nodes: [] });
});

interface Answer {
  readonly _entities: readonly [
    {
      readonly payments: {
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
        readonly nodes: readonly { readonly id: string }[];
      };
    },
  ];
}

it("reads the money of two areas in one database query, 31 December included", async () => {
  await insert("finance_return", { school_id: "s", year: 2020, filed_on: "2021-02-01" });
  await payment("first", { school_id: "s", paid_on: "2020-01-01", amount: "0.01" });
  await payment("last", { school_id: "s", paid_on: "2020-12-31", amount: "0.02" });
  await payment("next", { school_id: "s", paid_on: "2021-01-01", amount: "4.00" });
  const area = (areaCode: string, schoolIds: string) =>
    `{ __typename: "AreaProfile", areaCode: "${areaCode}", year: 2020, stage: null, schoolIds: [${schoolIds}] }`;
  const queries = countQueries(database.pool);

  const answer = await ask(
    `{ _entities(representations: [${area("220622100", '"s"')}, ${area("220622101", '"t"')}]) { ... on AreaProfile { spending } } }`,
  );

  expect(answer.data).toEqual({ _entities: [{ spending: "0.03" }, { spending: null }] });
  expect(queries.count).toBe(1);
});

it("pages projects by conditions and names a malformed county", async () => {
  await project("p1", { stage: "PRIMARY", origin: "DOCUMENT", document: "d.txt", document_line: 3 });
  await project("p1.1", { parent_id: "p1", amount: "5.00" });
  await project("p2", { county_code: "220503" });

  const stated = await ask(
    `{ projects(county: "220622", where: { stated: true }) { nodes { id provenance { origin line } } } }`,
  );
  const carrying = await ask(
    `{ projects(county: "220622", where: { carriesMoney: true, year: 2020 }) { totalCount nodes { id parent { id } } } }`,
  );
  const wrong = await ask(`{ projects(county: "靖宇") { totalCount } }`);

  expect(stated.data).toEqual({ projects: { nodes: [{ id: "p1", provenance: { origin: "DOCUMENT", line: 3 } }] } });
  expect(carrying.data).toEqual({ projects: { totalCount: 1, nodes: [{ id: "p1.1", parent: { id: "p1" } }] } });
  expect(wrong.errors?.[0]?.message).toContain('Argument "county": found "靖宇"');
});
