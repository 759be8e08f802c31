import { expect, it } from "vitest";
import { inputsOf } from "../indicators/formula.js";
import type { FigureDimensions, MeasureQuery } from "./figure.js";
import { figureRule } from "./index.js";

const figure = (indicator: string, changes: Partial<FigureDimensions> = {}): FigureDimensions => ({
  countyCode: "220622",
  indicator,
  yearFrom: 2020,
  yearTo: 2020,
  statedStage: "all",
  statedOwnership: "all",
  ...changes,
});

function inputs(of: FigureDimensions): readonly MeasureQuery[] {
  const rule = figureRule(of);
  return rule.kind === "computed" ? inputsOf(rule.formula) : [];
}

it("takes a stock on the census of the year, of the school year's start, of a plan's end", () => {
  const years = (yearFrom: number, yearTo: number) =>
    inputs(figure("left_behind_children", { yearFrom, yearTo }))[0]?.years;
  expect(years(2020, 2020)).toEqual([2020, 2020]);
  expect(years(2021, 2022)).toEqual([2021, 2021]);
  expect(years(2016, 2020)).toEqual([2020, 2020]);
});

it("adds up what happened over all years of the figure", () => {
  const [query] = inputs(figure("private_kindergartens_approved", { yearFrom: 2016 }));
  expect(query).toEqual({ owner: "schools", measure: "events", where: { kind: ["private_approval"], type: ["111"] } });
});

it("reads the document's word for the ownership", () => {
  const ownership = (statedOwnership: string) =>
    inputs(figure("kindergarten_children", { statedOwnership }))[0]?.where?.["ownership"];
  expect(ownership("all")).toBeUndefined();
  expect(ownership("private")).toEqual(["INCLUSIVE_PRIVATE", "OTHER_PRIVATE", "UNLICENSED"]);
  expect(ownership("inclusive_private")).toEqual(["INCLUSIVE_PRIVATE"]);
});

it("gives a reason in both languages for what no record can reproduce", () => {
  const rule = figureRule(figure("gaokao_city_rank"));
  expect(rule).toMatchObject({ kind: "not-computable", reason: { en: expect.any(String), zh: expect.any(String) } });
});
