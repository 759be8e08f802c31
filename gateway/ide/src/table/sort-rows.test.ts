import { expect, it } from "vitest";
import { nextSort, sortRows } from "./sort-rows";

it("orders decimals by size and keeps empty cells last both ways", () => {
  const rows = [["9.50"], [null], ["10.00"], [2]];
  expect(sortRows(rows, { column: 0, descending: false }, true)).toEqual([[2], ["9.50"], ["10.00"], [null]]);
  expect(sortRows(rows, { column: 0, descending: true }, true)).toEqual([["10.00"], ["9.50"], [2], [null]]);
});

it("orders Chinese names by pinyin", () => {
  const rows = [["赤松镇"], ["龙泉镇"], ["花园口镇"]];
  expect(sortRows(rows, { column: 0, descending: false }, false)).toEqual([["赤松镇"], ["花园口镇"], ["龙泉镇"]]);
});

it("goes up, down and back to the answer's own order", () => {
  const up = nextSort(null, 1);
  const down = nextSort(up, 1);
  expect([up, down, nextSort(down, 1)]).toEqual([
    { column: 1, descending: false },
    { column: 1, descending: true },
    null,
  ]);
  expect(nextSort(down, 2)).toEqual({ column: 2, descending: false });
});
