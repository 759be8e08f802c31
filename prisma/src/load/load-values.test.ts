import { readFileSync } from "node:fs";
import { OWNERS } from "@hub/schema";
import { expect, test } from "vitest";
import { loadRecords } from "./load-records.js";
import type { LoadBatch } from "./load-batch.js";
import { fieldName } from "./table-columns.js";
import { testDatabases } from "../testing/open-test-database.js";

const databases = testDatabases();
const load = (...batches: LoadBatch[]): Promise<unknown> =>
  loadRecords({ urls: databases.urls, dataSet: null, parts: [{ name: "values", batches: () => batches }] });
const school = {
  id: "s",
  countyCode: "220622",
  typeCode: "211",
  sponsor: "县教育局",
  ownership: "PUBLIC",
  boarding: false,
  origin: "SYNTHETIC",
};

test("texts with tabs, line ends, backslashes and quotes, lists, dates and missing values arrive as they left", async () => {
  const name = "靖宇\t小学\r\n\\N\\.\\\"'{,}";
  const rows = [
    {
      ...school,
      name,
      stages: ["PRIMARY", "JUNIOR"],
      openedOn: "1958-09-01",
      closedOn: new Date("2021-08-31"),
      document: null,
    },
    { ...school, id: "t", name: "\\N", stages: [], openedOn: undefined, documentLine: 12 },
  ];
  await load({ owner: "schools", table: "school", rows });
  const { pool, prisma } = databases.open("schools");
  const { rows: found } = await pool.query("SELECT * FROM school ORDER BY id");
  expect(found[0]).toMatchObject({
    name,
    stages: ["PRIMARY", "JUNIOR"],
    opened_on: "1958-09-01",
    closed_on: "2021-08-31",
    document: null,
  });
  expect(found[1]).toMatchObject({ name: "\\N", stages: [], opened_on: null, document_line: 12 });
  expect(await prisma.school.findUnique({ where: { id: "s" } })).toMatchObject({
    name,
    openedOn: new Date("1958-09-01"),
  });
});

test("money keeps its digits, as text and as number", async () => {
  const payment = {
    countyCode: "220622",
    programme: "x",
    economicClass: "AID",
    sourceLevel: "COUNTY",
    paidOn: "2020-06-01",
    origin: "SYNTHETIC",
  };
  const rows = [
    { ...payment, id: "p1", amount: "12345678901234.56" },
    { ...payment, id: "p2", amount: -0.1 },
  ];
  await load({ owner: "funding", table: "payment", rows });
  const { rows: found } = await databases.open("funding").pool.query("SELECT id, amount FROM payment ORDER BY id");
  expect(found).toEqual([
    { id: "p1", amount: "12345678901234.56" },
    { id: "p2", amount: "-0.10" },
  ]);
});

test.each([
  [
    "an unknown field",
    "school",
    { ...school, name: "x", stages: [], nickname: "y" },
    "BAD_USER_INPUT",
    /found field nickname; expected one of id, countyCode/,
  ],
  [
    "an unknown table",
    "pupil",
    { id: "x" },
    "BAD_USER_INPUT",
    /found table pupil for schools; expected one of authority/,
  ],
  [
    "a number that is none",
    "school",
    { ...school, name: "x", stages: [], documentLine: Number.NaN },
    "BAD_USER_INPUT",
    /documentLine = NaN/,
  ],
  ["a missing value", "school", { ...school, stages: [] }, "CONFLICT", /null value in column "name"/],
  [
    "half a pupil",
    "class_group",
    { schoolId: "s", year: 2020, stage: "PRIMARY", grade: 1, number: 1, students: 1.5, origin: "SYNTHETIC" },
    "BAD_USER_INPUT",
    /column students: "1\.5"/,
  ],
  [
    "a word that is no stage",
    "class_group",
    { schoolId: "s", year: 2020, stage: "NURSERY", grade: 1, number: 1, students: 1, origin: "SYNTHETIC" },
    "BAD_USER_INPUT",
    /NURSERY/,
  ],
])("%s is refused by name", async (_, table, row, code, message) => {
  await expect(load({ owner: "schools", table, rows: [row] })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  });
});

test("an identifier two schools bear on one day is refused, on following days it is not", async () => {
  const identifier = { scheme: "MOE_SCHOOL_CODE", value: "2122000007", origin: "SYNTHETIC" };
  const first = { ...identifier, id: "1", schoolId: "s", validFrom: "2010-01-01", validTo: "2018-09-01" };
  const next = { ...identifier, id: "2", schoolId: "t", validFrom: "2018-09-01" };
  await load({ owner: "schools", table: "school_identifier", rows: [first, next] });
  const overlapping = { ...identifier, id: "3", schoolId: "u", validFrom: "2018-08-31", validTo: "2018-09-01" };
  await expect(load({ owner: "schools", table: "school_identifier", rows: [overlapping] })).rejects.toMatchObject({
    code: "DUPLICATE_IDENTIFIER",
    message: expect.stringContaining("2122000007"),
  });
});

test.each(OWNERS)("every @map of %s follows the rule the loader maps fields by", (owner) => {
  const schema = readFileSync(new URL(`../../${owner}/schema.prisma`, import.meta.url), "utf8");
  const maps = [...schema.matchAll(/^\s+(\w+)\s+\S+.*[^@]@map\("(\w+)"\)/gm)];
  expect(maps.length).toBeGreaterThan(20);
  for (const [, field, column] of maps) expect(fieldName(column as string)).toBe(field);
});
