import { columnSum } from "@hub/schema";
import { expect, it } from "vitest";
import type { StaffRow } from "./staff-count.store.js";
import { staffTable } from "./staff-table.js";

const row = (over: Partial<StaffRow>): StaffRow => ({
  schoolId: "s",
  year: 2020,
  filed: true,
  approvedPosts: null,
  origin: "SYNTHETIC",
  stage: "PRIMARY",
  personId: null,
  teachers: 0,
  permanentStaff: 0,
  staff: 0,
  teacherFte: 0,
  ...over,
});

const silent = [row({ filed: false, approvedPosts: 9, origin: null, stage: null })];
const empty = [row({ stage: null })];

const area = (schoolIds: readonly string[], stage: string | null = null) => ({ schoolIds, year: 2020, stage });

it("counts a teacher of two schools once in the area of both, and the work at each", () => {
  const half = { personId: "wang", teachers: 1, teacherFte: 0.5 };
  const staff: Record<string, readonly StaffRow[]> = {
    north: [row({ teachers: 3, teacherFte: 3 }), row({ ...half, staff: 1 })],
    south: [row({ teachers: 2, teacherFte: 1.8 }), row(half)],
  };

  const county = staffTable(area(["north", "south"]), (id) => staff[id] ?? silent);
  const township = staffTable(area(["south"]), (id) => staff[id] ?? silent);

  // 3 + 2 + wang = 6; adding the two townships would give 4 + 3 = 7.
  expect(columnSum(county, "teachers")).toBe(6);
  expect(columnSum(township, "teachers")).toBe(3);
  // 3 + 0.5 + 1.8 + 0.5
  expect(columnSum(county, "teacherFte")).toBeCloseTo(5.8, 10);
});

it("counts a rotating teacher where the lessons are and the post where it stays", () => {
  const staff: Record<string, readonly StaffRow[]> = {
    home: [row({ personId: "li", permanentStaff: 1, staff: 1 })],
    away: [row({ personId: "li", teachers: 1, teacherFte: 1 })],
  };

  const { columns } = staffTable(area(["home", "away"]), (id) => staff[id] ?? silent);

  expect(columns["teachers"]).toEqual([0, 1]);
  expect(columns["permanentStaff"]).toEqual([1, 0]);
  expect(columns["staff"]).toEqual([1, 0]);
});

it("says null for a school without a return, zero for one that reported nobody", () => {
  const table = staffTable(area(["silent", "empty"]), (id) => (id === "silent" ? silent : empty));

  expect(table.columns["teachers"]).toEqual([null, 0]);
  expect(table.columns["teacherFte"]).toEqual([null, 0]);
  expect(table.columns["approvedPosts"]).toEqual([9, null]);
});

it("takes one stage, or all, of a school with several", () => {
  const nineYears = [
    row({ stage: "PRIMARY", teachers: 20 }),
    row({ stage: "JUNIOR", teachers: 12 }),
    row({ stage: "PRIMARY", personId: "zhao", teachers: 1 }),
    row({ stage: "JUNIOR", personId: "zhao", teachers: 1 }),
  ];
  const teachers = (stage: string | null) => staffTable(area(["s"], stage), () => nineYears).columns["teachers"];

  expect(teachers("PRIMARY")).toEqual([21]);
  expect(teachers("JUNIOR")).toEqual([13]);
  // 20 + 12 + zhao; the stages added up would give 34.
  expect(teachers(null)).toEqual([33]);
  expect(teachers("SPECIAL")).toEqual([0]);
});

it("says zero for an area without schools and null for one where nobody reported", () => {
  expect(
    columnSum(
      staffTable(area([]), () => silent),
      "teachers",
    ),
  ).toBe(0);
  expect(
    columnSum(
      staffTable(area(["a", "b"]), () => silent),
      "teachers",
    ),
  ).toBeNull();
});
