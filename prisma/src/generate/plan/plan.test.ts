import { expect, it } from "vitest";
import { allocate } from "./allocate.js";
import { planCounties, planCounty, type RegisterPlan } from "./index.js";
import { schoolId } from "./school-id.js";

const counties = ["220622", "441523", "140426", "610526", "220503"];

const openKindergartens = (plan: RegisterPlan, ownership: string) =>
  plan.schools.filter(
    (school) => school.typeCode === "111" && school.ownership === ownership && school.isOpenOn("2020-09-01"),
  );

const children = (plan: RegisterPlan, ownership: string) =>
  openKindergartens(plan, ownership)
    .flatMap((school) => school.classes(2020, "PRESCHOOL"))
    .reduce((sum, group) => sum + group.students, 0);

it("shares a total out without losing a child", () => {
  expect(allocate(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(allocate(7, [0, 2, 5])).toEqual([0, 2, 5]);
  expect(allocate(3, [0, 0])).toEqual([0, 0]);
  expect(allocate(0, [1, 2])).toEqual([0, 0]);
});

it("gives a school the id of its county and key, whatever stands beside it", () => {
  expect(schoolId("220622", "000-yang_primary")).toBe("SCH-R46Z3ERGDX");
  expect(schoolId("140426", "000-yang_primary")).not.toBe("SCH-R46Z3ERGDX");
});

it("gives the schools of a county neighbouring ids, each its own", () => {
  const ids = planCounty("220622").schools.map((school) => school.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.map((id) => id.slice(0, "SCH-".length + 3)))).toEqual(new Set(["SCH-R46"]));
});

it("has the kindergartens of 靖宇县 in 2020: 19 public, 8 inclusive, 16 other, with 793, 692 and 913 children", () => {
  const plan = planCounty("220622");
  const ownerships = ["PUBLIC", "INCLUSIVE_PRIVATE", "OTHER_PRIVATE"];
  expect(ownerships.map((ownership) => openKindergartens(plan, ownership).length)).toEqual([19, 8, 16]);
  expect(ownerships.map((ownership) => children(plan, ownership))).toEqual([793, 692, 913]);
});

it("names every school of the register a document names, once", () => {
  const named = counties.flatMap((code) => planCounty(code).schools.flatMap((school) => school.namedId ?? []));
  expect(new Set(named).size).toBe(named.length);
  expect(named).toHaveLength(13 + 29);
});

it("moves the pupils of the merged schools of 黎城县 to their successors", () => {
  const plan = planCounty("140426");
  const merged = plan.schools.filter((school) => school.successorId !== null);
  expect(merged.map((school) => school.typeCode).sort()).toEqual([
    ...Array<string>(4).fill("211"),
    ...Array<string>(14).fill("218"),
    ...Array<string>(3).fill("311"),
  ]);
  for (const school of merged) {
    const successor = plan.schools.find((candidate) => candidate.id === school.successorId);
    expect(successor?.isOpenOn("2022-09-01")).toBe(true);
    expect(school.stages.map((stage) => school.students(2021, stage) > 0)).toEqual([true]);
    expect(school.stages.map((stage) => school.classes(2022, stage))).toEqual([[]]);
  }
});

it.each(counties)("splits every school's students over classes of a possible size, county %s", (code) => {
  const plan = planCounty(code);
  for (const school of plan.schools) {
    for (const year of plan.years) {
      for (const stage of school.stages) {
        const classes = school.classes(year, stage);
        expect(classes.reduce((sum, group) => sum + group.students, 0)).toBe(school.students(year, stage));
        expect(classes.every((group) => group.students > 0 && group.students <= 58)).toBe(true);
      }
    }
  }
});

it.each(counties)("never gives two schools of a county one name or one id, county %s", (code) => {
  const { schools } = planCounty(code);
  expect(new Set(schools.map((school) => school.id)).size).toBe(schools.length);
  expect(new Set(schools.map((school) => school.name)).size).toBe(schools.length);
});

it("plans any number of counties, the real ones first, the same every time", () => {
  const plans = [...planCounties({ counties: 7, seed: "a" })];
  expect(plans.map((plan) => plan.name)).toEqual([
    "靖宇县",
    "陆河县",
    "黎城县",
    "蒲城县",
    "二道江区",
    "合成县001",
    "合成县002",
  ]);
  const again = [...planCounties({ counties: 7, seed: "a" })];
  expect(again.map((plan) => plan.schools.map((school) => school.id))).toEqual(
    plans.map((plan) => plan.schools.map((school) => school.id)),
  );
});

it("refuses a county without a plan and names those it has", () => {
  expect(() => planCounty("999999")).toThrow('County code: found "999999"; expected one of 220622');
});
