import type { FigureRule } from "@hub/schema";
import { figureRule, inputsOf, measureKey } from "@hub/schema";
import { expect, it } from "vitest";
import type { CheckedFigure } from "./figure-check.js";
import { checkFigure } from "./figure-check.js";

const figure = (overrides: Partial<CheckedFigure>): CheckedFigure => ({
  countyCode: "220622",
  indicator: "public_kindergarten_children_share",
  yearFrom: 2020,
  yearTo: 2020,
  statedStage: "kindergarten",
  statedOwnership: "public",
  value: "40.92",
  unit: "percent",
  qualifier: "exact",
  kind: "measured",
  ...overrides,
});

/** The figure's own measures, with the values given in the order the formula reads them. */
function measures(of: CheckedFigure, ...values: (number | null)[]): ReadonlyMap<string, number | null> {
  const rule: FigureRule = figureRule(of);
  if (rule.kind !== "computed") throw new Error(`${of.indicator} has no formula`);
  const keys = [...new Set(inputsOf(rule.formula).map(measureKey))];
  return new Map(keys.map((key, index) => [key, values[index] ?? null]));
}

it("shows a published share against the one the records give: 793 / 2,398 is 33.07 %, not 40.92 %", () => {
  const share = figure({});

  expect(checkFigure(share, measures(share, 793, 2398))).toMatchObject({
    verdict: "DIFFERS",
    rounded: "33.07",
    numerator: 793,
    denominator: 2398,
  });
});

it("tells equal from equal after rounding", () => {
  const count = figure({ indicator: "kindergarten_children", value: "2398", unit: "persons", statedOwnership: "all" });
  const share = figure({ value: "33.07" });

  expect(checkFigure(count, measures(count, 2398)).verdict).toBe("EQUAL");
  expect(checkFigure(count, measures(count, 2397)).verdict).toBe("DIFFERS");
  expect(checkFigure(share, measures(share, 793, 2398)).verdict).toBe("ROUNDED");
});

it("never compares an inexact figure as if it were exact", () => {
  const count = (qualifier: string) =>
    figure({ indicator: "kindergarten_children", value: "2000", unit: "persons", statedOwnership: "all", qualifier });
  const verdict = (qualifier: string, value: number) =>
    checkFigure(count(qualifier), measures(count(qualifier), value)).verdict;

  expect(verdict("more_than", 2398)).toBe("CONSISTENT");
  expect(verdict("more_than", 1999)).toBe("DIFFERS");
  expect(verdict("nearly", 1990)).toBe("CONSISTENT");
  expect(verdict("nearly", 2100)).toBe("DIFFERS");
  expect(verdict("approx", 2100)).toBe("CONSISTENT");
});

it("says why it cannot compute: a target, no such records, no records of that year", () => {
  const count = figure({ indicator: "kindergarten_children", value: "1", statedOwnership: "all" });

  expect(checkFigure(figure({ kind: "target" }), new Map())).toMatchObject({ verdict: "NOT_COMPUTABLE", value: null });
  expect(checkFigure(figure({ indicator: "covid_notices_published" }), new Map()).reason).toMatchObject({
    en: expect.stringContaining("bureau"),
    zh: expect.any(String),
  });
  expect(checkFigure(figure({ indicator: "no_such_indicator" }), new Map()).reason?.en).toMatch(/No system/);
  expect(checkFigure(count, measures(count, null)).reason?.en).toMatch(/no record|nothing/i);
});
