import { expect, it } from "vitest";
import type { InspectionCountRow } from "./inspection-count.store.js";
import { inspectionTable } from "./inspection-table.js";

const row = (over: Partial<InspectionCountRow>): InspectionCountRow => ({
  schoolId: "s",
  year: 2020,
  stage: null,
  openRectifications: 0,
  overdueRectifications: 0,
  inspections: 0,
  findings: 0,
  severeFindings: 0,
  origin: null,
  ...over,
});

it("counts what concerns a whole school in each of its stages, and once over all", () => {
  const rows = [
    row({ openRectifications: 2 }),
    row({ stage: "PRIMARY", openRectifications: 3 }),
    row({ stage: "JUNIOR", openRectifications: 1 }),
  ];
  const open = (stage: string | null) =>
    inspectionTable({ schoolIds: ["s"], year: 2020, stage }, () => rows).columns["openRectifications"];

  expect(open("PRIMARY")).toEqual([5]);
  expect(open("JUNIOR")).toEqual([3]);
  // 2 + 3 + 1; the stages added up would give 8.
  expect(open(null)).toEqual([6]);
});

it("says zero for a school without an entry: the office that keeps the records knows of none", () => {
  const table = inspectionTable({ schoolIds: ["a", "b"], year: 2020, stage: null }, () => []);

  expect(table.columns["openRectifications"]).toEqual([0, 0]);
  expect(table.asOf).toBe("2020-12-31");
});
