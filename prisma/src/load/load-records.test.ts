import { expect, test } from "vitest";
import type { LoadBatch, LoadPart } from "./load-batch.js";
import { loadRecords, type LoadProgress } from "./load-records.js";
import { readDataVersion } from "../read-data-version.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();

const succession = (from: string, rows: number): LoadBatch => ({
  owner: "schools",
  table: "division_succession",
  rows: Array.from({ length: rows }, (_, place) => ({
    fromCode: `${from}${place}`,
    toCode: "x",
    date: "2020-01-01",
    origin: "SYNTHETIC",
  })),
});
const quota = (school: string, posts: number): LoadBatch => ({
  owner: "personnel",
  table: "staffing_quota",
  rows: [{ schoolId: school, countyCode: "220622", year: 2020, posts, origin: "SYNTHETIC" }],
});
const part = (name: string, ...batches: LoadBatch[]): LoadPart => ({ name, batches: () => batches });
const count = async (owner: "schools" | "personnel", table: string, where = "true"): Promise<number> =>
  Number((await databases.open(owner).pool.query(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)).rows[0].n);

test("a broken part leaves nothing in any database, whole parts before it stay, and the next load goes on after them", async () => {
  const dataSet = "resumed";
  const good = part("county-1", succession("a", 5), quota("s1", 3));
  const broken = part("county-2", succession("b", 9000), quota("s2", 4), quota("s3", -1));
  await expect(loadRecords({ urls: databases.urls, dataSet, parts: [good, broken] })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(
      /table staffing_quota of personnel: found rows the database refuses .*staffing_quota_counts/,
    ),
  });
  expect(await count("schools", "division_succession")).toBe(5);
  expect(await count("personnel", "staffing_quota")).toBe(1);

  const asked: string[] = [];
  const watched = (name: string, ...batches: LoadBatch[]): LoadPart => ({
    name,
    batches: () => (asked.push(name), batches),
  });
  const progress: LoadProgress[] = [];
  const parts = [watched("county-1", succession("a", 5)), watched("county-2", succession("b", 9000), quota("s2", 4))];
  const result = await loadRecords({ urls: databases.urls, dataSet, parts, onProgress: (step) => progress.push(step) });
  expect(result).toEqual({ parts: 1, rows: 9001 });
  expect(asked).toEqual(["county-2"]);
  expect(progress.at(-1)).toMatchObject({ part: "county-2", rows: 9001 });
  expect(progress.filter((step) => step.table === "division_succession").length).toBeGreaterThan(1);
  expect(await count("schools", "division_succession")).toBe(9005);
  expect((await readDataVersion(databases.open("schools").pool)).newest).toBeGreaterThanOrEqual(9005);

  const neverAsked: LoadPart = { name: "county-1", batches: () => expect.unreachable() };
  expect(await loadRecords({ urls: databases.urls, dataSet, parts: [neverAsked] })).toEqual({ parts: 0, rows: 0 });
  await expect(loadRecords({ urls: databases.urls, dataSet: "another", parts: [] })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("found data set resumed in database schools; expected data set another or none"),
  });
});

test("what a part throws while it is made leaves nothing", async () => {
  const broken: LoadPart = {
    name: "county-9",
    *batches() {
      yield succession("thrown", 5000);
      throw new Error("the seed file ends early");
    },
  };
  await expect(loadRecords({ urls: databases.urls, dataSet: null, parts: [broken] })).rejects.toThrow(
    "the seed file ends early",
  );
  expect(await count("schools", "division_succession", "from_code LIKE 'thrown%'")).toBe(0);
});
