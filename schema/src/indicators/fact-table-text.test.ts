import { expect, it, test } from "vitest";
import type { FactTable } from "./fact-table.js";
import { factTable, receivedFactTable } from "./fact-table-text.js";

const staff: FactTable = {
  schoolIds: ["SCH-1", "SCH_2.b"],
  columns: { teachers: [12, null], teacherFte: [11.35, -0.5], approvedPosts: [0, 1e21] },
  source: "personnel",
  asOf: "2020-09-01",
  origin: "SYNTHETIC",
};

const overHttp = (table: FactTable): unknown =>
  JSON.parse(JSON.stringify({ table: factTable(table) })).table as unknown;

it("is one text in JSON, which those who pass it on need not take apart", () => {
  expect(overHttp(staff)).toBe(
    "personnel|2020-09-01|SYNTHETIC|SCH-1,SCH_2.b||teachers:12,null;teacherFte:11.35,-0.5;approvedPosts:0,1e+21",
  );
});

const tables: readonly (readonly [string, FactTable])[] = [
  ["numbers and nulls", staff],
  ["no schools", { ...staff, schoolIds: [], columns: { teachers: [], staff: [] } }],
  ["no columns", { ...staff, columns: {} }],
  ["facts of the area", { ...staff, area: { population3to5: 1200, births: null } }],
  ["an unknown origin", { ...staff, origin: null }],
  ["an id with a mark of the text", { ...staff, schoolIds: ["a,b", "c|d"] }],
  ["an id that JSON escapes", { ...staff, schoolIds: ['a"b', "a\\b"] }],
  ["an id in Chinese", { ...staff, schoolIds: ["一中", "二中"] }],
  ["an empty id", { ...staff, schoolIds: ["", "b"] }],
  [
    "1,000 schools",
    {
      ...staff,
      schoolIds: Array.from({ length: 1_000 }, (_, index) => `s${index}`),
      columns: { teachers: Array.from({ length: 1_000 }, (_, index) => (index % 7 === 0 ? null : index)) },
    },
  ],
];

test.each(tables)("arrives as it was sent: %s", (_, table) => {
  expect(receivedFactTable(overHttp(table) as string)).toEqual(table);
});

test("within a process it stays the very same object", () => {
  const sent = factTable(staff);
  expect(receivedFactTable(sent)).toBe(sent);
});

test.each([null, undefined])("what did not arrive is null: %s", (nothing) => {
  expect(receivedFactTable(nothing)).toBeNull();
});
