import { createTestCluster, type TestCluster } from "@hub/prisma";
import { OWNERS } from "@hub/schema";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startHub as start, type TestHub } from "../kit/hub.js";

const COUNTY = "220622";
const NORTH = "220622100";
const SOUTH = "220622101";

const PROFILES = /* GraphQL */ `
  query Profiles($county: ID!, $year: Int!, $stage: Stage) {
    county(code: $county) {
      name
      townships {
        name
        profile(year: $year, stage: $stage) {
          students
          teachers
          openRectifications
        }
      }
    }
  }
`;

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await createTestCluster();
  // Maintenance is a change like any other for a stamp; here nobody but the tests may change anything.
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  await admin.query("alter system set autovacuum = off");
  await admin.query("select pg_reload_conf()");
  await admin.end();
});
afterAll(() => cluster.close());

const startHub = (cacheBytes = 8_388_608) => start({ adminUrl: cluster.adminUrl, gateway: { cacheBytes } });

function queries(hub: TestHub): number {
  return OWNERS.reduce((sum, owner) => sum + hub.databaseQueries(owner), 0);
}

async function seedCounty(hub: TestHub): Promise<string> {
  await hub.seed.county(COUNTY);
  await hub.seed.township(NORTH, "靖宇镇");
  return hub.seed.school({ township: NORTH, students: 100, teachers: 2, openTasks: 1 });
}

const VARIABLES = { county: COUNTY, year: 2020 };

describe("a question asked again", () => {
  it("costs no more queries a thousand times than once", async () => {
    await using hub = await startHub();
    await seedCounty(hub);
    hub.resetCounts();
    const first = await hub.query(PROFILES, VARIABLES);
    const once = queries(hub);
    expect(once).toBeGreaterThan(0);

    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => hub.query(PROFILES, VARIABLES)));
      for (const answer of answers) expect(answer).toEqual(first);
    }
    expect(queries(hub)).toBe(once);
  });

  it("is asked once by many at the same time", async () => {
    await using hub = await startHub();
    await seedCounty(hub);
    await hub.query("{ __typename }");
    hub.resetCounts();
    const before = hub.counts().answers;
    await Promise.all(Array.from({ length: 40 }, () => hub.query(PROFILES, VARIABLES)));
    const { made, shared, kept } = hub.counts().answers;
    // The first may meet a stamp read of its own, so there are two at most that are not shared.
    expect(made - before.made).toBeLessThanOrEqual(2);
    expect(shared + kept - before.shared - before.kept).toBeGreaterThanOrEqual(38);
  });

  it("is the same question with its variables in another order, and another with other values", async () => {
    await using hub = await startHub();
    await seedCounty(hub);
    const stages = { ...VARIABLES, stage: "PRIMARY" };
    await hub.query(PROFILES, stages);
    const { made } = hub.counts().answers;
    await hub.query(PROFILES, { stage: "PRIMARY", year: 2020, county: COUNTY });
    expect(hub.counts().answers.made).toBe(made);
    const { county } = await hub.query(PROFILES, { ...stages, stage: "JUNIOR" });
    expect(county.townships[0].profile.students).toBe(0);
    expect(hub.counts().answers.made).toBe(made + 1);
  });

  it("asks the owners only for entities it has no answer about", async () => {
    await using hub = await startHub();
    await seedCounty(hub);
    await hub.seed.township(SOUTH, "三道湖镇");
    await hub.seed.school({ township: SOUTH, students: 30, teachers: 1 });
    await hub.query(PROFILES, VARIABLES);
    const before = hub.counts().entities;
    await hub.query(PROFILES.replace("name\n      townships", "townships"), VARIABLES);
    const after = hub.counts().entities;
    expect(after.kept).toBeGreaterThan(before.kept);
    expect(after.asked).toBe(before.asked);
  });
});

describe("a change is seen by the next request", () => {
  it("made through any connection, with plain SQL, while another transaction is open", async () => {
    await using hub = await startHub();
    const id = await seedCounty(hub);
    const { pool } = hub.databases.schools;
    const open = await pool.connect();
    await open.query("begin");
    await open.query("update division set name = 'not yet' where code = $1", [NORTH]);
    try {
      for (let students = 1; students <= 20; students += 1) {
        await hub.query(PROFILES, VARIABLES);
        await pool.query("update class_group set students = $2 where school_id = $1", [id, students]);
        const { county } = await hub.query(PROFILES, VARIABLES);
        expect(county.townships[0]).toMatchObject({ name: "靖宇镇", profile: { students } });
      }
    } finally {
      await open.query("commit");
      open.release();
    }
    const { county } = await hub.query(PROFILES, VARIABLES);
    expect(county.townships[0].name).toBe("not yet");
  });

  it("while four readers and two writers are at it", async () => {
    await using hub = await startHub();
    const id = await seedCounty(hub);
    let committed = 0;
    let next = 0;
    let writing = true;
    const write = async () => {
      while (next < 120) {
        const students = (next += 1);
        // Only ever upwards, whichever of the writers is first.
        await hub.databases.schools.pool.query(
          "update class_group set students = $2 where school_id = $1 and students < $2",
          [id, students],
        );
        committed = Math.max(committed, students);
        await new Promise((resolve) => setTimeout(resolve, students % 3));
      }
    };
    let reads = 0;
    const read = async () => {
      while (writing) {
        const known = committed;
        const { county } = await hub.query(PROFILES, VARIABLES);
        expect(county.townships[0].profile.students).toBeGreaterThanOrEqual(known);
        reads += 1;
      }
    };
    await hub.databases.schools.pool.query("update class_group set students = 0 where school_id = $1", [id]);
    const readers = Array.from({ length: 4 }, read);
    await Promise.all([write(), write()]);
    writing = false;
    await Promise.all(readers);
    expect(reads).toBeGreaterThan(20);
    const { county } = await hub.query(PROFILES, VARIABLES);
    expect(county.townships[0].profile.students).toBe(120);
  });

  it("in any owner's records", async () => {
    await using hub = await startHub();
    const id = await seedCounty(hub);
    const profile = async () => (await hub.query(PROFILES, VARIABLES)).county.townships[0].profile;
    expect(await profile()).toEqual({ students: 100, teachers: 2, openRectifications: 1 });
    await hub.databases.inspection.pool.query(
      "update rectification_task set closed_on = '2020-06-01', verified = true",
    );
    expect(await profile()).toMatchObject({ openRectifications: 0 });
    await hub.databases.personnel.pool.query("delete from assignment where school_id = $1", [id]);
    expect(await profile()).toMatchObject({ teachers: 0 });
  });

  it("by the turn of a day, when what is asked depends on today", async () => {
    await using hub = await startHub();
    await hub.seed.county(COUNTY);
    await hub.seed.township(NORTH, "靖宇镇", { to: "2031-05-02" });
    const names = async () => {
      const { county } = await hub.query(`{ county(code: "${COUNTY}") { townships { name } } }`);
      return county.townships.map(({ name }: { name: string }) => name);
    };
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-05-01T23:59:00Z") });
    try {
      expect(await names()).toEqual(["靖宇镇"]);
      vi.setSystemTime(new Date("2031-05-02T00:01:00Z"));
      expect(await names()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

it("is about roles, scopes and areas: no subgraph looks at who it is that asks", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const files = globSync("subgraphs/*/src/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  const sources = files.map((file) => readFileSync(root + file, "utf8"));
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((text) => /viewer\??\.subject/.test(text))).toEqual([]);
});

describe("what is not kept", () => {
  const COUNTS = `{ county(code: "${COUNTY}") { townships { name profile(year: 2020) { students teachers } } } }`;

  it("an answer with errors, as a subgraph that comes back shows", async () => {
    await using hub = await startHub();
    await seedCounty(hub);
    const back = hub.takeDown("personnel");
    const { errors } = await hub.ask(COUNTS);
    expect(errors[0]?.extensions["code"]).toBe("SUBGRAPH_UNAVAILABLE");
    back();
    const { county } = await hub.query(COUNTS);
    expect(county.townships[0].profile.teachers).toBe(2);
  });

  it("anything, when there is no room for it", async () => {
    await using hub = await startHub(0);
    await seedCounty(hub);
    await hub.query(COUNTS);
    hub.resetCounts();
    await hub.query(COUNTS);
    expect(queries(hub)).toBeGreaterThan(0);
    expect(hub.counts().answers).toMatchObject({ kept: 0, bytes: 0 });
  });

  it("more than there is room for", async () => {
    await using hub = await startHub(16_384);
    await seedCounty(hub);
    for (let year = 1990; year < 2030; year += 1) await hub.query(PROFILES, { county: COUNTY, year });
    const { answers, entities } = hub.counts();
    expect(answers.answers).toBeGreaterThan(0);
    expect(answers.bytes + entities.bytes).toBeLessThanOrEqual(16_384);
  });

  it("one viewer's answer for another", async () => {
    await using hub = await startHub();
    const school = await seedCounty(hub);
    await hub.seed.identifier(school, "2122000001");
    const document = `{ school(code: "2122000001") { staff(on: "2020-09-01") { nodes { name } } } }`;
    const personnel = await hub.token({ roles: ["personnel"], area: COUNTY });
    const elsewhere = await hub.token({ roles: ["personnel"], area: "350000" });
    const own = await hub.ask(document, {}, { token: personnel });
    const foreign = await hub.ask(document, {}, { token: elsewhere });
    const anyone = await hub.ask(document);
    const again = await hub.ask(document, {}, { token: personnel });
    expect(JSON.stringify(own.data)).toContain("教师");
    expect([again.data, again.errors]).toEqual([own.data, own.errors]);
    expect(JSON.stringify(foreign.data)).not.toContain("教师");
    expect(JSON.stringify(anyone.data)).not.toContain("教师");
  });
});
