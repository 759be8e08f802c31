import { expect, it } from "vitest";
import type { Column } from "../table/table";
import { columnHeadings, headingGroups } from "./column-headings";

const column = (label: string, ...pathDescriptions: (string | null)[]): Column => ({
  label,
  numeric: true,
  description: pathDescriptions.at(-1) ?? null,
  pathDescriptions,
});
const columns = [
  column("name", "The name. 名称。"),
  column("profile.students", "Key figures. 年度概况。", "Students. 在校生数。"),
  column("profile.ratio.value", "Key figures. 年度概况。", "Pupils per teacher. 生师比。", "The value."),
  column("profile.ratio.unit", "Key figures. 年度概况。", "Pupils per teacher. 生师比。", null),
];

it("leaves out the first key when every path has it", () => {
  expect(columnHeadings(columns, "en").map(({ group, heading }) => [group, heading])).toEqual([
    ["", "name"],
    ["", "students"],
    ["ratio", "value"],
    ["ratio", "unit"],
  ]);
});

it("keeps the first key when it tells columns apart", () => {
  const headings = columnHeadings([column("now.students"), column("before.students")], "en");
  expect(headings.map(({ group }) => group)).toEqual(["now", "before"]);
});

it("keeps the first key when a column without a path has the same name", () => {
  const headings = columnHeadings([column("code"), column("type.code"), column("type.label")], "en");
  expect(headings.map(({ group, heading }) => [group, heading])).toEqual([
    ["", "code"],
    ["type", "code"],
    ["type", "label"],
  ]);
});

it("takes Chinese words from the schema, and the field's name where it has none", () => {
  expect(columnHeadings(columns, "zh").map(({ group, heading }) => [group, heading])).toEqual([
    ["", "名称"],
    ["", "在校生数"],
    ["生师比", "value"],
    ["生师比", "unit"],
  ]);
});

it("takes neighbours of one group together", () => {
  expect(headingGroups(columnHeadings(columns, "en"))).toEqual([
    { group: "", span: 2 },
    { group: "ratio", span: 2 },
  ]);
});
