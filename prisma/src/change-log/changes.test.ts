import { OWNERS } from "@hub/schema";
import { expect, test } from "vitest";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();

interface Change {
  readonly version: number;
  readonly entity: string;
  readonly op: string;
  readonly key: Record<string, unknown>;
  readonly old_key: Record<string, unknown> | null;
}

async function changesOf(action: (sql: (text: string) => Promise<unknown>) => Promise<void>): Promise<Change[]> {
  const { pool } = databases.open("schools");
  const { newest } = await readDataVersion(pool);
  await action((text) => pool.query(text));
  const { rows } = await pool.query<Change>(
    "SELECT version, entity, op, key, old_key FROM hub_log.change_log WHERE version > $1 ORDER BY version",
    [newest],
  );
  return rows;
}

const school = (id: string, county = "220622"): string =>
  `INSERT INTO school (id, county_code, name, type_code, sponsor, ownership, boarding, stages, origin)
   VALUES ('${id}', '${county}', '${id} 小学', '211', '县教育局', 'PUBLIC', false, '{PRIMARY}', 'SYNTHETIC')`;

test("an insert, an update and a delete each leave one change with the key", async () => {
  const changes = await changesOf(async (sql) => {
    await sql(school("a"));
    await sql("UPDATE school SET name = '新名' WHERE id = 'a'");
    await sql("DELETE FROM school WHERE id = 'a'");
  });
  expect(changes.map(({ entity, op, key, old_key }) => ({ entity, op, key, old_key }))).toEqual([
    { entity: "school", op: "I", key: { id: "a", county_code: "220622" }, old_key: null },
    { entity: "school", op: "U", key: { id: "a", county_code: "220622" }, old_key: null },
    { entity: "school", op: "D", key: { id: "a", county_code: "220622", identifiers: [] }, old_key: null },
  ]);
});

test("a row updated to itself, and a statement that meets no row, are no changes", async () => {
  const changes = await changesOf(async (sql) => {
    await sql(school("same"));
    await sql("UPDATE school SET name = name WHERE id = 'same'");
    await sql("UPDATE school SET name = 'x' WHERE id = 'nobody'");
    await sql("DELETE FROM school WHERE id = 'nobody'");
  });
  expect(changes.map((change) => change.op)).toEqual(["I"]);
});

test("a changed key leaves old and new, paired row by row even when keys change places", async () => {
  const changes = await changesOf(async (sql) => {
    await sql(
      "INSERT INTO population VALUES ('d1', 2020, '3-6', 10, 'SYNTHETIC'), ('d2', 2020, '3-6', 20, 'SYNTHETIC'), ('d3', 2020, '3-6', 30, 'SYNTHETIC')",
    );
    await sql("UPDATE population SET band = 'moved-' || people WHERE division_code IN ('d1', 'd2', 'd3')");
    await sql(
      "UPDATE population SET division_code = 'e' || substr(division_code, 2), people = people + 1 WHERE year = 2020 AND people > 10",
    );
  });
  expect(changes.slice(3).map(({ op, key, old_key }) => ({ op, key, old_key }))).toEqual([
    ...["d1/10", "d2/20", "d3/30"].map((text) => {
      const [division_code, people] = text.split("/");
      const rest = { division_code, year: 2020 };
      return { op: "K", key: { ...rest, band: `moved-${people}` }, old_key: { ...rest, band: "3-6" } };
    }),
    ...["2/20", "3/30"].map((text) => {
      const [place, people] = text.split("/");
      const rest = { year: 2020, band: `moved-${people}` };
      return {
        op: "K",
        key: { ...rest, division_code: `e${place}` },
        old_key: { ...rest, division_code: `d${place}` },
      };
    }),
  ]);
});

test("a school that moves to another county counts as a changed key: its old county must learn of it", async () => {
  const [, change] = await changesOf(async (sql) => {
    await sql(school("mover"));
    await sql("UPDATE school SET county_code = '140426' WHERE id = 'mover'");
  });
  expect(change).toMatchObject({ op: "K", key: { county_code: "140426" }, old_key: { county_code: "220622" } });
});

test("a deleted school leaves its identifiers, also those deleted just before it", async () => {
  const changes = await changesOf(async (sql) => {
    await sql(school("gone"));
    await sql(
      "INSERT INTO school_identifier VALUES ('i1', 'gone', 'MOE_SCHOOL_CODE', '2122000001', '2010-01-01', '2015-01-01', 'SYNTHETIC'), ('i2', 'gone', 'USCC', '12220622MB0000001X', '2015-01-01', NULL, 'SYNTHETIC')",
    );
    await sql("DELETE FROM school_identifier WHERE id = 'i1'");
    await sql("DELETE FROM school WHERE id = 'gone'");
  });
  expect(changes.at(-2)).toMatchObject({
    op: "D",
    key: { id: "i1", school_id: "gone", scheme: "MOE_SCHOOL_CODE", value: "2122000001" },
  });
  expect(changes.at(-1)?.key["identifiers"]).toEqual([
    { scheme: "MOE_SCHOOL_CODE", value: "2122000001" },
    { scheme: "USCC", value: "12220622MB0000001X" },
  ]);
});

test("TRUNCATE leaves a tombstone of every row", async () => {
  const changes = await changesOf(async (sql) => {
    await sql(
      "INSERT INTO school_return VALUES ('a', 2020, '2020-09-20', 'SYNTHETIC'), ('b', 2020, '2020-09-20', 'SYNTHETIC')",
    );
    await sql("TRUNCATE school_return");
    await sql("TRUNCATE school_return");
  });
  expect(changes.map(({ op, key }) => [op, key["school_id"]])).toEqual([
    ["I", "a"],
    ["I", "b"],
    ["D", "a"],
    ["D", "b"],
  ]);
});

test("an upsert logs what it inserted and what it updated", async () => {
  const changes = await changesOf(async (sql) => {
    await sql("INSERT INTO school_return VALUES ('u1', 2020, '2020-09-20', 'SYNTHETIC')");
    await sql(`INSERT INTO school_return VALUES ('u1', 2020, '2020-09-21', 'SYNTHETIC'), ('u2', 2020, '2020-09-21', 'SYNTHETIC')
      ON CONFLICT (school_id, year) DO UPDATE SET filed_on = excluded.filed_on`);
  });
  expect(
    changes
      .slice(1)
      .map(({ op, key }) => [op, key["school_id"]])
      .toSorted(),
  ).toEqual([
    ["I", "u2"],
    ["U", "u1"],
  ]);
});

test("Prisma, replica sessions and roles without rights on the log are logged too", async () => {
  const { prisma, pool } = databases.open("schools");
  const { newest } = await readDataVersion(pool);
  await prisma.schoolReturn.create({
    data: { schoolId: "p", year: 2021, filedOn: new Date("2021-09-20"), origin: "SYNTHETIC" },
  });
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("DELETE FROM school_return WHERE school_id = 'p'");
    await client.query("RESET session_replication_role");
    await client.query("CREATE ROLE clerk; GRANT INSERT ON school_return TO clerk; SET ROLE clerk");
    await client.query("INSERT INTO school_return VALUES ('clerk', 2021, '2021-09-20', 'SYNTHETIC')");
    await expect(client.query("DELETE FROM hub_log.change_log")).rejects.toThrow(/permission denied/);
  } finally {
    await client.query("RESET ROLE; REVOKE ALL ON school_return FROM clerk; DROP ROLE clerk");
    client.release();
  }
  const { rows } = await pool.query<Change>("SELECT op FROM hub_log.change_log WHERE version > $1 ORDER BY version", [
    newest,
  ]);
  expect(rows.map((row) => row.op)).toEqual(["I", "D", "I"]);
});

test.each(OWNERS)("every table of %s is watched for all four events", async (owner) => {
  const { rows } = await databases.open(owner).pool.query<{ tablename: string; triggers: number }>(
    `SELECT t.tablename, (SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = format('public.%I', t.tablename)::regclass
       AND g.tgname LIKE 'hub_log_%' AND g.tgenabled = 'A') AS triggers
     FROM pg_tables t WHERE t.schemaname = 'public' AND t.tablename <> '_prisma_migrations'`,
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.filter((row) => row.triggers !== 4)).toEqual([]);
});
