import { expect, it } from "vitest";
import { formatCell } from "./format-cell";

it.each([
  [null, true, "—"],
  [0, true, "0"],
  [2020, true, "2020"],
  [12345, true, "12,345"],
  [13.428571, true, "13.43"],
  ["6202700.00", true, "6,202,700"],
  ["90071992547409931.25", true, "90,071,992,547,409,931.25"],
  ["220622", false, "220622"],
  [true, false, "true"],
  ["n/a", true, "n/a"],
])("shows %j (numeric %j) as %j", (cell, numeric, shown) => {
  expect(formatCell(cell, numeric)).toBe(shown);
});
