import { expect, it } from "vitest";
import { startHub } from "../kit/hub.js";

const COUNTY = "220622";
const NORTH = "220622100";
const SOUTH = "220622101";

const LIST = /* GraphQL */ `
  query ($within: ID, $on: Date, $where: SchoolWhere, $first: Int, $after: String) {
    schools(within: $within, on: $on, where: $where, first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
    }
  }
`;

it("pages through every school once, though one is closed between the pages", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  for (const name of ["甲", "乙", "丙", "丁", "戊"])
    await hub.seed.school({ id: `SCH-${name}`, name, township: NORTH });
  const names: string[] = [];
  let after: string | null = null;
  do {
    const { schools } = await hub.query(LIST, { within: COUNTY, on: "2020-09-01", first: 2, after });
    names.push(...schools.nodes.map((school: { name: string }) => school.name));
    after = schools.pageInfo.hasNextPage ? schools.pageInfo.endCursor : null;
    // A school already read goes away: pages by offset would now skip one.
    await hub.databases.schools.pool.query("update school set closed_on = '2000-01-01' where name = $1", [names[0]]);
  } while (after !== null);

  expect(names.toSorted()).toEqual(["丁", "丙", "乙", "戊", "甲"].toSorted());
});

it("reads the register for a day: schools open then, in the township they lay in then", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  await hub.seed.township(SOUTH);
  const closed = await hub.seed.school({ township: NORTH, closedOn: "2021-08-31" });
  const opened = await hub.seed.school({ township: NORTH, openedOn: "2021-09-01" });
  await hub.seed.school({ township: SOUTH });
  const ids = async (on: string) => {
    const { schools } = await hub.query(LIST, { within: NORTH, on });
    return schools.nodes.map((school: { id: string }) => school.id);
  };

  expect(await ids("2021-08-30")).toEqual([closed]);
  expect(await ids("2021-08-31")).toEqual([]);
  expect(await ids("2021-09-01")).toEqual([opened]);
});

it("finds a school by part of an old name, full width or half width", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH);
  const id = await hub.seed.school({ township: NORTH, name: "新华小学" });
  await hub.seed.school({ township: NORTH, name: "别处小学" });
  await hub.seed.name(id, "红旗小学(A校区)", "红旗小学a校区", "FORMER");
  const found = async (name: string) => {
    const { schools } = await hub.query(LIST, { within: COUNTY, where: { name } });
    return schools.nodes.map((school: { id: string }) => school.id);
  };

  expect(await found("红旗")).toEqual([id]);
  expect(await found("小学(A")).toEqual([id]);
  expect(await found("小学(A")).toEqual([id]);
  expect(await found("蓝旗")).toEqual([]);
});

it("keeps the two authorities of a district apart", async () => {
  await using hub = await startHub();
  await hub.seed.county("220503", "二道江区");
  await hub.seed.township("220503100");
  await hub.seed.authority("district", "二道江区教育局", "220503");
  await hub.seed.authority("city", "通化市教育局", "220503");
  await hub.seed.school({ township: "220503100", authority: "district", students: 100, teachers: 10 });
  await hub.seed.school({ township: "220503100", authority: "city", students: 900, teachers: 60 });

  const { county } = await hub.query(/* GraphQL */ `
    {
      county(code: "220503") {
        profile(year: 2020) {
          students
          teachers
        }
        authorities {
          name
          profile(year: 2020) {
            students
            teachers
            studentsPerTeacher {
              value
            }
          }
        }
      }
    }
  `);

  expect(county.profile).toEqual({ students: 1000, teachers: 70 });
  expect(county.authorities).toEqual([
    { name: "通化市教育局", profile: { students: 900, teachers: 60, studentsPerTeacher: { value: 15 } } },
    { name: "二道江区教育局", profile: { students: 100, teachers: 10, studentsPerTeacher: { value: 10 } } },
  ]);
});

it("counts the list only when the total is asked for", async () => {
  await using hub = await startHub();
  await hub.seed.county(COUNTY);
  hub.resetCounts();
  await hub.query(LIST.replace("totalCount", ""), { within: COUNTY });
  expect(hub.databaseQueries("schools")).toBe(1);

  hub.resetCounts();
  await hub.query(LIST, { within: COUNTY });
  expect(hub.databaseQueries("schools")).toBe(2);
});

it("refuses pages above the limit, cursors of other lists and empty names", async () => {
  await using hub = await startHub();
  const code = async (variables: object) => (await hub.ask(LIST, variables)).errors[0]?.extensions["code"];

  expect(await code({ first: 501 })).toBe("PAGE_LIMIT_EXCEEDED");
  expect(await code({ first: 0 })).toBe("BAD_USER_INPUT");
  expect(await code({ after: "not a cursor" })).toBe("BAD_USER_INPUT");
  expect(await code({ where: { name: "()" } })).toBe("BAD_USER_INPUT");
});
