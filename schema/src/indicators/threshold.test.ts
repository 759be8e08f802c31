import { expect, it } from "vitest";
import { Stage } from "../enums/stage.enum.js";
import { evaluateArea } from "./fact-table.js";
import type { FactTable } from "./fact-table.js";
import { inclusiveCoverage, publicShare, staffingGap } from "./index.js";
import type { Indicator } from "./indicator.js";
import { checkThresholds } from "./threshold.js";

const area = (columns: Record<string, number>): FactTable => ({
  schoolIds: ["a"],
  columns: Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, [value]])),
  source: "schools",
  asOf: "2020-09-01",
});

function check(indicator: Indicator, columns: Record<string, number>, year = 2020) {
  const formula = indicator.formula(Stage.PRESCHOOL);
  if (formula === null) throw new Error("expected a formula for preschool");
  const outcome = evaluateArea(formula, [area(columns)]);
  return checkThresholds(indicator, Stage.PRESCHOOL, year, outcome)[0];
}

it("gives the gap in children: 793 of 2,398 are public, half would be 1,199", () => {
  expect(check(publicShare, { publicStudents: 793, registeredStudents: 2398 })).toMatchObject({ met: false, gap: 406 });
  // 1,485 of 2,398 are inclusive; 80 % would be 1,918.4, so 1,919.
  expect(check(inclusiveCoverage, { inclusiveStudents: 1485, registeredStudents: 2398 })).toMatchObject({
    met: false,
    gap: 434,
  });
});

it("passes a value exactly at its limit, and asks for everything when there is nothing", () => {
  expect(check(publicShare, { publicStudents: 50, registeredStudents: 100 })).toMatchObject({ met: true, gap: 0 });
  expect(check(publicShare, { publicStudents: 0, registeredStudents: 10 })).toMatchObject({ met: false, gap: 5 });
  expect(check(publicShare, { publicStudents: 0, registeredStudents: 0 })).toMatchObject({ met: null, gap: null });
});

it("does not hold a year against a limit that came later", () => {
  expect(check(publicShare, { publicStudents: 1, registeredStudents: 10 }, 2019)).toBeUndefined();
});

it("gives posts short of the norm by stage, and nothing where no norm applies", () => {
  const staffing = (stage: Stage, students: number, permanentStaff: number) => {
    const formula = staffingGap.formula(stage);
    return formula === null ? null : evaluateArea(formula, [area({ students, permanentStaff })]).value;
  };

  expect(staffing(Stage.PRIMARY, 190, 8)).toBe(2); // 190 / 19 = 10 posts, 8 filled
  expect(staffing(Stage.JUNIOR, 135, 12)).toBe(-2); // 10 posts, 12 filled: surplus
  expect(staffing(Stage.PRESCHOOL, 100, 5)).toBeNull();
});
