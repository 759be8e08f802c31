import { createExecutor } from "@hub/kit";
import type { Database, TestCluster } from "@hub/prisma";
import { countQueries, createTestCluster, openDatabase } from "@hub/prisma";
import type { Role, Viewer } from "@hub/schema";
import { PUBLIC_VIEWER } from "@hub/schema";
import { afterAll, beforeAll, expect, it } from "vitest";
import { subgraph } from "../subgraph.js";

let cluster: TestCluster;
let database: Database<"personnel">;

beforeAll(async () => {
  cluster = await createTestCluster();
  database = openDatabase("personnel", Object.assign(new URL(cluster.adminUrl), { pathname: "/hub_personnel" }).href);
  await seed();
}, 60_000);

afterAll(async () => {
  await database.close();
  await cluster.close();
});

const office = (area: string | null, role: Role = "personnel"): Viewer => ({
  subject: "office",
  roles: [role],
  scopes: [],
  area,
});

async function ask(viewer: Viewer, query: string, representations: readonly object[] = []) {
  const { schema } = await subgraph.build();
  const execute = createExecutor(schema, (fault) => {
    throw fault;
  });
  const context = subgraph.createContext({ viewer, requestId: "test" }, database);
  const { data, errors } = await execute({ query, variables: { of: representations } }, context);
  return { data: data as never as { readonly [field: string]: any }, errors: errors ?? [] }; // The shape is the query's.
}

/** Two schools of 220622 and one of 140426; Wang works half at each of the first two, Li rotates from s1 to s2. */
async function seed(): Promise<void> {
  const person = (id: string, county: string, name: string, employment = "PERMANENT") =>
    `('${id}', '${county}', '${name}', 'FEMALE', 1980, 'BACHELOR', 'FIRST', '${employment}', 'hash-${id}', '2010-08-15',
      'OPEN', false, 'SYNTHETIC')`;
  const work = (id: string, who: string, school: string, role: string, rest: string) =>
    `('${id}', '${who}', '220622', '${school}', 'PRIMARY', '${role}', ${rest}, 'SYNTHETIC')`;
  await database.pool.query(`
    insert into person (id, county_code, name, sex, birth_year, education, title, employment, identity_hash, hired_on,
      hire_channel, hired_to_rural, origin)
    values ${person("wang", "220622", "王芳")}, ${person("li", "220622", "李强")},
      ${person("head", "220622", "赵敏")}, ${person("hired", "220622", "孙丽", "CONTRACT")},
      ${person("far", "140426", "陈静")};
    insert into assignment (id, person_id, county_code, school_id, stage, role, kind, holds_post, teaches, fte,
      valid_from, valid_to, origin)
    values ${work("a1", "wang", "s1", "TEACHER", "'POST', true, true, 0.5, '2015-08-15', null")},
      ${work("a2", "wang", "s2", "TEACHER", "'ITINERANT', false, true, 0.5, '2015-08-15', null")},
      ${work("a3", "li", "s1", "TEACHER", "'POST', true, false, 1, '2015-08-15', null")},
      ${work("a4", "li", "s2", "TEACHER", "'ROTATION', false, true, 1, '2020-08-15', '2021-08-01'")},
      ${work("a5", "head", "s1", "HEAD", "'POST', true, true, 1, '2015-08-15', null")},
      ${work("a6", "hired", "s2", "TEACHER", "'POST', true, true, 1, '2020-09-01', '2021-09-01'")},
      ('a7', 'far', '140426', 's9', 'PRIMARY', 'TEACHER', 'POST', true, true, 1, '2015-08-15', null, 'SYNTHETIC');
    insert into staff_return (school_id, year, filed_on, origin)
    values ('s1', 2020, '2020-10-10', 'SYNTHETIC'), ('s2', 2020, '2020-10-10', 'SYNTHETIC'),
      ('s2', 2021, '2021-10-10', 'SYNTHETIC');
    insert into staffing_quota (school_id, county_code, year, posts, origin) values ('s1', '220622', 2020, 3, 'SYNTHETIC');
  `);
}

const AREAS = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on AreaProfile { teachers teacherFte permanentStaff staff approvedPosts }
  }
}`;
const area = (areaCode: string, year: number, schoolIds: readonly string[], stage: string | null = null) => ({
  __typename: "AreaProfile",
  areaCode,
  year,
  stage,
  schoolIds,
});

it("counts an area's staff on the census: people once, lessons where they are, posts where they stay", async () => {
  const queries = countQueries(database.pool);
  const { data } = await ask(PUBLIC_VIEWER, AREAS, [
    area("220622", 2020, ["s1", "s2"]),
    area("220622001", 2020, ["s1"]),
    area("220622002", 2020, ["s2"], "PRIMARY"),
    area("220622002", 2020, ["s2"], "JUNIOR"),
    area("220622001", 2021, ["s1"]),
    area("220622002", 2021, ["s2"]),
    area("nowhere", 2020, []),
  ]);
  queries.stop();

  expect(data["_entities"]).toEqual([
    // Wang, Li, Sun; the head teaches but is no teacher. 0.5 + 0.5 + 1 + 1. Posts: Wang, Li, Zhao at s1, Sun at s2.
    { teachers: 3, teacherFte: 3, permanentStaff: 3, staff: 4, approvedPosts: 3 },
    { teachers: 1, teacherFte: 0.5, permanentStaff: 3, staff: 3, approvedPosts: 3 },
    // Wang counts again: the townships add up to 4, the county has 3.
    { teachers: 3, teacherFte: 2.5, permanentStaff: 0, staff: 1, approvedPosts: null },
    { teachers: 0, teacherFte: 0, permanentStaff: 0, staff: 0, approvedPosts: null },
    // No return of 2021, though people work there.
    { teachers: null, teacherFte: null, permanentStaff: null, staff: null, approvedPosts: null },
    // On 1 September 2021 Li is back and Sun's last day has passed.
    { teachers: 1, teacherFte: 0.5, permanentStaff: 0, staff: 0, approvedPosts: null },
    { teachers: 0, teacherFte: 0, permanentStaff: 0, staff: 0, approvedPosts: 0 },
  ]);
  expect(queries.count).toBe(1);
});

const STAFF = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on School {
      staff(first: 2, on: "2020-09-01") { totalCount pageInfo { hasNextPage endCursor } nodes { id name title { label } } }
    }
  }
}`;
const school = (id: string) => ({ __typename: "School", id });

it("shows staff to the personnel office of the county, page by page, in two queries for all schools", async () => {
  const queries = countQueries(database.pool);
  const { data, errors } = await ask(office("220622"), STAFF, [school("s1"), school("s2"), school("s9")]);
  queries.stop();

  expect(errors).toEqual([]);
  const [first, second, foreign] = data["_entities"];
  expect(first.staff).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(second.staff).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  // A school of another county: its people do not exist for this office.
  expect(foreign.staff).toMatchObject({ totalCount: 0, nodes: [] });
  expect(queries.count).toBe(2);

  const next = STAFF.replace("first: 2", `first: 2, after: "${first.staff.pageInfo.endCursor}"`);
  const rest = await ask(office("220622"), next, [school("s1")]);
  const seen = [...first.staff.nodes, ...rest.data["_entities"][0].staff.nodes].map((node: { id: string }) => node.id);
  expect(seen.toSorted()).toEqual(["head", "li", "wang"]);
});

it("refuses staff to anyone without the role, on the field, and leaves the school standing", async () => {
  for (const viewer of [PUBLIC_VIEWER, office("220622", "inspection")]) {
    const { data, errors } = await ask(viewer, STAFF, [school("s1")]);

    expect(data["_entities"]).toEqual([{ staff: null }]);
    expect(errors.map(({ path, extensions }) => [path?.join("."), extensions["code"]])).toEqual([
      ["_entities.0.staff", "FORBIDDEN"],
    ]);
  }
});

const TEACHERS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Teacher { id name } } }`;
const teacher = (id: string) => ({ __typename: "Teacher", id });

it("hides people of other counties even behind their key", async () => {
  const keys = ["wang", "far", "nobody"].map(teacher);

  expect((await ask(office("220622"), TEACHERS, keys)).data["_entities"]).toEqual([
    { id: "wang", name: "王芳" },
    null,
    null,
  ]);
  // A prefecture reads its counties; the whole graph reads all.
  expect((await ask(office("220600"), TEACHERS, keys)).data["_entities"][0]).toEqual({ id: "wang", name: "王芳" });
  expect((await ask(office(null), TEACHERS, keys)).data["_entities"][1]).toEqual({ id: "far", name: "陈静" });
  expect((await ask(office("140426"), `{ teacher(id: "wang") { name } }`)).data["teacher"]).toBeNull();
});

it("does not tell a viewer without the role whether a person exists", async () => {
  const answer = async (id: string) => {
    const { data, errors } = await ask(PUBLIC_VIEWER, TEACHERS, [teacher(id)]);
    return { data, codes: errors.map(({ extensions }) => extensions["code"]) };
  };

  expect(await answer("nobody")).toEqual(await answer("wang"));
});

it("has no field for the identity number, nor for its hash", async () => {
  const { sdl } = await subgraph.build();

  expect(sdl).not.toMatch(/identity\w*:|hash/i);
});

it("refuses the cursor of another list and a page above the limit", async () => {
  const foreign = STAFF.replace("first: 2", 'after: "WyJzY2hvb2xzLm5hbWUiXQ"');
  const large = STAFF.replace("first: 2", "first: 501");
  const codeOf = async (query: string) =>
    (await ask(office(null), query, [school("s1")])).errors[0]?.extensions["code"];

  expect(await codeOf(foreign)).toBe("BAD_USER_INPUT");
  expect(await codeOf(large)).toBe("PAGE_LIMIT_EXCEEDED");
});
