import { createExecutor } from "@hub/kit";
import type { Database, TestCluster } from "@hub/prisma";
import { countQueries, createTestCluster, openDatabase } from "@hub/prisma";
import type { Viewer } from "@hub/schema";
import { PUBLIC_VIEWER } from "@hub/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { subgraph } from "../subgraph.js";

let cluster: TestCluster;
let database: Database<"inspection">;

beforeAll(async () => {
  cluster = await createTestCluster();
  database = openDatabase("inspection", Object.assign(new URL(cluster.adminUrl), { pathname: "/hub_inspection" }).href);
  await seed();
}, 60_000);

afterAll(async () => {
  await database.close();
  await cluster.close();
});

const office = (area: string): Viewer => ({ subject: "office", roles: ["inspection"], scopes: [], area });

async function ask(viewer: Viewer, query: string, representations: readonly object[] = []) {
  const { schema } = await subgraph.build();
  const execute = createExecutor(schema, (fault) => {
    throw fault;
  });
  const context = subgraph.createContext({ viewer, requestId: "test" }, database);
  const { data, errors } = await execute({ query, variables: { of: representations } }, context);
  return { data: data as never as { readonly [field: string]: any }, errors: errors ?? [] }; // The shape is the query's.
}

/** School s1 with five tasks around the end of 2020; s2 with an inspection without findings; one of the whole county. */
async function seed(): Promise<void> {
  const finding = (id: string, stage: string, on: string, severity = "MINOR") =>
    `('${id}', 'i1', '220622', 's1', ${stage}, 'FIRE_SAFETY', '${severity}', '${on}', 'SYNTHETIC')`;
  const task = (id: string, of: string, due: string, closed: string | null) =>
    `('${id}', '${of}', '220622', 's1', '张建国', '${due}', ${closed === null ? "null" : `'${closed}'`}, false, 'SYNTHETIC')`;
  await database.pool.query(`
    insert into inspection (id, county_code, school_id, stage, kind, inspector, date, origin)
    values ('i1', '220622', 's1', null, 'ROUTINE', '李督学', '2020-01-01', 'SYNTHETIC'),
      ('i2', '220622', 's2', 'PRIMARY', 'SPECIAL', null, '2020-12-31', 'SYNTHETIC'),
      ('i3', '220622', null, null, 'PROVINCIAL', null, '2020-06-01', 'SYNTHETIC'),
      ('i4', '220622', 's1', null, 'ROUTINE', null, '2021-01-01', 'SYNTHETIC');
    insert into finding (id, inspection_id, county_code, school_id, stage, item, severity, found_on, origin)
    values ${finding("f1", "null", "2020-01-01")}, ${finding("f2", "'PRIMARY'", "2020-12-31", "SEVERE")},
      ${finding("f3", "'JUNIOR'", "2019-05-05")}, ${finding("f4", "null", "2021-01-01")};
    insert into rectification_task (id, finding_id, county_code, school_id, owner, due_on, closed_on, verified, origin)
    values ${task("overdue", "f1", "2020-12-30", null)}, ${task("dueToday", "f2", "2020-12-31", null)},
      ${task("closedLater", "f3", "2019-06-05", "2021-01-01")}, ${task("closedThatDay", "f3", "2020-06-05", "2020-12-31")},
      ${task("foundLater", "f4", "2021-02-01", null)};
  `);
}

const AREAS = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on AreaProfile { openRectifications overdueRectifications inspections findings }
  }
}`;
const area = (year: number, schoolIds: readonly string[], stage: string | null = null) => ({
  __typename: "AreaProfile",
  areaCode: `${schoolIds.join()}`,
  year,
  stage,
  schoolIds,
});

it("counts the tasks open at the end of the year, and the year's inspections, in one query for all areas", async () => {
  const queries = countQueries(database.pool);
  const { data } = await ask(PUBLIC_VIEWER, AREAS, [
    area(2020, ["s1", "s2"]),
    area(2020, ["s1"], "JUNIOR"),
    area(2020, ["s2"], "JUNIOR"),
    area(2021, ["s1"]),
    area(2019, ["s1"]),
    area(2020, []),
  ]);
  queries.stop();

  expect(data["_entities"]).toEqual([
    // Open: overdue, dueToday, closedLater; not the one closed on 31 December nor the one found on 1 January. Due on
    // the last day is not overdue yet. The inspection of the county as a whole is no school's.
    { openRectifications: 3, overdueRectifications: 2, inspections: 2, findings: 2 },
    // What concerns the whole school, and the junior stage.
    { openRectifications: 2, overdueRectifications: 2, inspections: 1, findings: 1 },
    { openRectifications: 0, overdueRectifications: 0, inspections: 0, findings: 0 },
    { openRectifications: 3, overdueRectifications: 3, inspections: 1, findings: 1 },
    { openRectifications: 2, overdueRectifications: 1, inspections: 0, findings: 1 },
    { openRectifications: 0, overdueRectifications: 0, inspections: 0, findings: 0 },
  ]);
  expect(queries.count).toBe(1);
});

const tasks = (rest: string, fields = 'nodes { id state(on: "2020-12-31") }') =>
  `{ rectificationTasks(county: "220622", on: "2020-12-31" ${rest}) { totalCount pageInfo { endCursor } ${fields} } }`;

it.each([
  ["", ["closedLater", "closedThatDay", "overdue", "dueToday"]],
  ["state: OVERDUE", ["closedLater", "overdue"]],
  ["state: [OPEN, OVERDUE]", ["closedLater", "overdue", "dueToday"]],
  ["state: CLOSED", ["closedThatDay"]],
  ['state: OPEN, school: "s2"', []],
])("lists tasks as they stood on the last day of the year: %s", async (filter, ids) => {
  const { data } = await ask(PUBLIC_VIEWER, tasks(filter));

  expect(data["rectificationTasks"].nodes.map((node: { id: string }) => node.id)).toEqual(ids);
  expect(data["rectificationTasks"].totalCount).toBe(ids.length);
});

it("pages through tasks without gap or overlap", async () => {
  const seen: string[] = [];
  for (let after = ""; seen.length < 10;) {
    const { data } = await ask(PUBLIC_VIEWER, tasks(`first: 1 ${after}`));
    const { nodes, pageInfo } = data["rectificationTasks"];
    if (nodes.length === 0) break;
    seen.push(nodes[0].id);
    after = `after: "${pageInfo.endCursor}"`;
  }

  expect(seen).toEqual(["closedLater", "closedThatDay", "overdue", "dueToday"]);
});

const SCHOOL = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on School { inspections(first: 5) { totalCount nodes { id inspector findings { id severity tasks { id owner } } } } }
  }
}`;
const schools = [
  { __typename: "School", id: "s1" },
  { __typename: "School", id: "s2" },
];

it("shows inspections and findings to all; the names only to the inspection office of the county", async () => {
  const open = await ask(PUBLIC_VIEWER, SCHOOL.replace("inspector", "").replace("owner", ""), schools);
  expect(open.errors).toEqual([]);
  expect(open.data["_entities"].map((entity: any) => entity.inspections.totalCount)).toEqual([2, 1]);

  const list = tasks("state: OVERDUE", "nodes { owner }");
  const refused = await ask(PUBLIC_VIEWER, list);
  expect(refused.data["rectificationTasks"].nodes).toEqual([{ owner: null }, { owner: null }]);
  expect(refused.errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN", "FORBIDDEN"]);

  const owners = async (viewer: Viewer) => (await ask(viewer, list)).data["rectificationTasks"].nodes;
  expect(await owners(office("220622"))).toEqual([{ owner: "张建国" }, { owner: "张建国" }]);
  expect(await owners(office("140426"))).toEqual([{ owner: null }, { owner: null }]);
});

it("reads the inspections, findings and tasks of all schools in a fixed number of queries", async () => {
  const queries = countQueries(database.pool);
  await ask(office("220622"), SCHOOL, schools);
  queries.stop();

  // Pages, totals, findings, tasks.
  expect(queries.count).toBe(4);
});

it("lists the inspections of a county, those of no school too", async () => {
  const { data } = await ask(
    PUBLIC_VIEWER,
    `{ all: countyInspections(county: "220622", year: 2020) { nodes { id school { id } } }
       whole: countyInspections(county: "220622", countyOnly: true) { nodes { id school { id } } } }`,
  );

  expect(data["all"].nodes.map((node: { id: string }) => node.id)).toEqual(["i2", "i3", "i1"]);
  expect(data["whole"].nodes).toEqual([{ id: "i3", school: null }]);
});

it.each([
  ["{ rectificationTasks { totalCount } }", "county"],
  ['{ rectificationTasks(county: "2206") { totalCount } }', "county"],
  ['{ countyInspections(county: "220622", year: 20) { totalCount } }', "year"],
  ['{ countyInspections(county: "220622", first: 0) { totalCount } }', "first"],
  ['{ rectificationTasks(county: "220622", after: "bm9uc2Vuc2U") { totalCount } }', "after"],
])("names the argument that is wrong: %s", async (query, argument) => {
  const { errors } = await ask(PUBLIC_VIEWER, query);

  expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
});
