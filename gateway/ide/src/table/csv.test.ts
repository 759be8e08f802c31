import { describe, expect, it } from "vitest";
import { csvCell, csvOf } from "./csv";
import type { Cell, Column } from "./table";

const column = (label: string): Column => ({ label, numeric: false, description: null, pathDescriptions: [] });

describe("CSV", () => {
  it("begins with a byte order mark, ends every line with CRLF, and puts the facts first", () => {
    const text = csvOf({
      name: "townships",
      facts: [column("county.name")],
      columns: [column("name"), column("value")],
      rows: [
        ["靖宇县", "靖宇镇", 12.5],
        ["靖宇县", 'A "quoted", name', null],
      ],
      factCells: ["靖宇县"],
    });
    expect(text).toBe('\uFEFFcounty.name,name,value\r\n靖宇县,靖宇镇,12.5\r\n靖宇县,"A ""quoted"", name",\r\n');
    expect([...new TextEncoder().encode(text)].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each<[Cell, string]>([
    [null, ""],
    [0, "0"],
    [-3.5, "-3.5"],
    [true, "true"],
    ["-616.19", "-616.19"],
    ["0012", "0012"],
    ["=1+1", "'=1+1"],
    ["+86 431", "'+86 431"],
    ["-1+2", "'-1+2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["\uff1d1+1", "'\uff1d1+1"],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ["two\nlines", '"two\nlines"'],
    ["a=b", "a=b"],
  ])("writes %j as %j", (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});
