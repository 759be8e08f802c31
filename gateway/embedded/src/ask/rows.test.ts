import { expect, it } from "vitest";
import { displayWidth } from "./display-width.js";
import { formatCsv } from "./format-csv.js";
import { formatTable, shortNames } from "./format-table.js";
import { explode } from "./rows.js";

const document = `
  query Q { county { name townships { code name profile { students ratio { value status } } } notes } }
`;
const data = {
  county: {
    name: "靖宇县",
    townships: [
      { code: "220622100", name: "靖宇镇", profile: { students: 1200, ratio: { value: 12.5, status: "OK" } } },
      { code: "220622101", name: "三道湖镇", profile: null },
    ],
    notes: ["inferred", "2020"],
  },
};

it("makes a row of each innermost item, its parents' values beside it, and null of what is missing", () => {
  const { columns, rows } = explode(document, data);
  expect(columns).toEqual([
    "county.name",
    "county.townships.code",
    "county.townships.name",
    "county.townships.profile.students",
    "county.townships.profile.ratio.value",
    "county.townships.profile.ratio.status",
    "county.notes",
  ]);
  expect(rows).toEqual([
    ["靖宇县", "220622100", "靖宇镇", 1200, 12.5, "OK", "inferred; 2020"],
    ["靖宇县", "220622101", "三道湖镇", null, null, null, "inferred; 2020"],
  ]);
});

it("puts lists of the same parent below each other instead of multiplying them", () => {
  const { rows } = explode("{ a { id xs { x } ys { y } } }", {
    a: { id: 1, xs: [{ x: 1 }, { x: 2 }], ys: [{ y: 3 }, { y: 4 }] },
  });
  expect(rows).toEqual([
    [1, 1, null],
    [1, 2, null],
    [1, null, 3],
    [1, null, 4],
  ]);
});

it("keeps the columns of an empty answer, aliases and fragments included", () => {
  const query = "query Q { c: county { ...F } } fragment F on County { name ... on County { old: code } }";
  expect(explode(query, { c: null })).toEqual({ columns: ["c.name", "c.old"], rows: [] });
  expect(explode(query, { c: { name: "靖宇县", old: null } }).rows).toEqual([["靖宇县", null]]);
});

it("keeps a parent whose list is empty", () => {
  expect(explode("{ county { name townships { code } } }", { county: { name: "某县", townships: [] } }).rows).toEqual([
    ["某县", null],
  ]);
});

it("aligns Chinese text by two cells a character, numbers to the right", () => {
  expect(displayWidth("靖宇镇(a)")).toBe(9);
  const table = formatTable({
    columns: ["name", "students"],
    rows: [
      ["靖宇镇", 1200],
      ["a", null],
    ],
  });
  expect(table).toBe(
    ["name    students", "──────  ────────", "靖宇镇      1200", "a              –", "2 rows", ""].join("\n"),
  );
});

it("shortens headings only as far as they stay apart", () => {
  expect(shortNames(["county.name", "county.townships.name", "county.townships.code"])).toEqual([
    "county.name",
    "townships.name",
    "code",
  ]);
});

it("writes CSV as RFC 4180 has it and leaves no formula to a spreadsheet", () => {
  const rows = [
    ["a,b", 'say "hi"', "two\nlines"],
    ["=1+1", "-5", -5],
    [null, "+cmd", "@x"],
  ];
  expect(formatCsv({ columns: ["x", "y", "z"], rows }, true)).toBe(
    '\ufeffx,y,z\r\n"a,b","say ""hi""","two\nlines"\r\n\'=1+1,-5,-5\r\n,\'+cmd,\'@x\r\n',
  );
});
