import { columnSum } from "@hub/schema";
import { expect, it } from "vitest";
import type { StaffColumns } from "./staff-count.store.js";
import { staffTable } from "./staff-table.js";

interface School {
  readonly filed?: boolean;
  readonly teachers?: number;
  readonly teacherFte?: number;
  readonly approvedPosts?: number;
  readonly shared?: StaffColumns["shared"][number];
}

/** The table of an area of some of the schools. */
function table(schools: Readonly<Record<string, School>>, schoolIds = Object.keys(schools)) {
  const ids = Object.keys(schools);
  const all = Object.values(schools);
  const columns: StaffColumns = {
    filed: all.map(({ filed = true }) => filed),
    origin: all.map(({ filed = true }) => (filed ? "SYNTHETIC" : null)),
    approvedPosts: all.map(({ approvedPosts = null }) => approvedPosts),
    teachers: all.map(({ teachers = 0 }) => teachers),
    permanentStaff: all.map(() => 0),
    staff: all.map(() => 0),
    teacherFte: all.map(({ teacherFte = 0 }) => teacherFte),
    shared: all.map(({ shared = null }) => shared),
  };
  const slotOf = (id: string) => (ids.includes(id) ? ids.indexOf(id) : undefined);
  return staffTable({ schoolIds, year: 2020, stage: null }, columns, slotOf);
}

it("counts a teacher of two schools once in the area of both, and the work at each", () => {
  const schools = {
    north: { teachers: 3, teacherFte: 3.5, shared: [["wang", 1, 0, 1]] },
    south: { teachers: 2, teacherFte: 2.3, shared: [["wang", 1, 0, 0]] },
  } as const;

  const county = table(schools);
  const township = table(schools, ["south"]);

  // 3 + 2 + wang = 6; adding the two townships would give 4 + 3 = 7.
  expect(columnSum(county, "teachers")).toBe(6);
  expect(columnSum(township, "teachers")).toBe(3);
  // 3.5 + 2.3
  expect(columnSum(county, "teacherFte")).toBeCloseTo(5.8, 10);
});

it("counts a rotating teacher where the lessons are and the post where it stays", () => {
  const { columns } = table({ home: { shared: [["li", 0, 1, 1]] }, away: { shared: [["li", 1, 0, 0]] } });

  expect(columns["teachers"]).toEqual([0, 1]);
  expect(columns["permanentStaff"]).toEqual([1, 0]);
  expect(columns["staff"]).toEqual([1, 0]);
});

it("counts somebody who teaches two stages of a school once", () => {
  // 20 + 12 + zhao; the stages added up would give 34.
  const zhao = ["zhao", 1, 1, 1] as const;
  expect(table({ s: { teachers: 32, shared: [zhao, zhao] } }).columns["teachers"]).toEqual([33]);
});

it("says null for a school without a return, zero for one that reported nobody", () => {
  const { columns, origin } = table({ silent: { filed: false, approvedPosts: 9 }, empty: {} });

  expect(columns["teachers"]).toEqual([null, 0]);
  expect(columns["teacherFte"]).toEqual([null, 0]);
  expect(columns["approvedPosts"]).toEqual([9, null]);
  expect(origin).toBe("SYNTHETIC");
});

it("says zero for an area without schools and null for one where nobody reported", () => {
  expect(columnSum(table({}), "teachers")).toBe(0);
  expect(columnSum(table({ a: { filed: false } }, ["a", "unknown"]), "teachers")).toBeNull();
});
