import { expect, it } from "vitest";
import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";
import { createRandom } from "../random.js";
import { runningCosts } from "./running-costs.js";

interface Sketch {
  readonly id: string;
  readonly stage: StageName;
  readonly pupils: number;
  readonly ownership?: PlannedSchool["ownership"];
  readonly boarding?: boolean;
  readonly closedOn?: string;
}

function school({ id, stage, pupils, ownership = "PUBLIC", boarding = false, closedOn }: Sketch): PlannedSchool {
  return {
    id,
    namedId: null,
    name: id,
    typeCode: "211",
    stages: [stage],
    ownership,
    boarding,
    urbanRural: "RURAL",
    townshipCode: "990100100",
    openedOn: null,
    closedOn: closedOn ?? null,
    classes: (year) =>
      closedOn !== undefined && `${year}-09-01` >= closedOn ? [] : [{ grade: 1, number: 1, students: pupils }],
    filedReturn: () => true,
  };
}

function plan(...sketches: Sketch[]): CountyPlan {
  const always = { ...createRandom("x"), whole: (_from: number, to: number) => to };
  return {
    code: "990100",
    name: "合成县",
    document: null,
    years: [2020, 2021],
    townships: [{ code: "990100100", name: "合成镇" }],
    schools: sketches.map(school),
    random: () => always,
  };
}

const publicUse = (county: CountyPlan, year: number, id: string) =>
  runningCosts(county, year).find((cost) => cost.school.id === id && cost.economicClass === "PUBLIC_USE")?.cents;

it("pays a school of 40 pupils as if it had 100", () => {
  const county = plan({ id: "small", stage: "PRIMARY", pupils: 40 }, { id: "large", stage: "PRIMARY", pupils: 300 });

  // 650 x 100, not 650 x 40 = 26,000; and 650 x 300.
  expect(publicUse(county, 2020, "small")).toBe(65_000_00);
  expect(publicUse(county, 2020, "large")).toBe(195_000_00);
});

it("adds 200 yuan for each boarder, half of a boarding school's pupils", () => {
  // 850 x 200 + 200 x 100.
  expect(publicUse(plan({ id: "j", stage: "JUNIOR", pupils: 200, boarding: true }), 2020, "j")).toBe(190_000_00);
});

it("pays a school that closes on 1 September for eight months, though it has no pupils in the census of the year", () => {
  const county = plan({ id: "closing", stage: "PRIMARY", pupils: 120, closedOn: "2021-09-01" });

  // 650 x 120 x 8 / 12, not nothing.
  expect(publicUse(county, 2021, "closing")).toBe(52_000_00);
});

it("lets a private kindergarten without recognition live on its fees alone", () => {
  const costs = runningCosts(plan({ id: "k", stage: "PRESCHOOL", pupils: 60, ownership: "OTHER_PRIVATE" }), 2020);

  expect(new Set(costs.map((cost) => cost.sourceLevel))).toEqual(new Set(["SCHOOL"]));
});
