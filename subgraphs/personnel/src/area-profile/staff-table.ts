import type { SchoolArea } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { factTable, mixedOrigin } from "@hub/schema";
import type { StaffColumns } from "./staff-count.store.js";

/** Where the people of a column stand in the entry of somebody with several assignments. */
const HEADCOUNTS = { teachers: 1, permanentStaff: 2, staff: 3 } as const;

/**
 * The staff of an area's schools, one row a school, null where the school filed no staff return; `slotOf` says where a
 * school stands in the columns.
 *
 * Columns teachers, permanentStaff, staff (people), teacherFte (full-time equivalents), approvedPosts (all stages).
 * Somebody who works in two schools or stages of the area counts once, at the first school; the work counts at each.
 */
export function staffTable(
  area: SchoolArea,
  columns: StaffColumns,
  slotOf: (schoolId: string) => number | undefined,
): FactTable {
  const slots = area.schoolIds.map((schoolId) => slotOf(schoolId) ?? -1);
  const reported = (value: (slot: number) => number | null | undefined) =>
    slots.map((slot) => (columns.filed[slot] === true ? (value(slot) ?? null) : null));
  const headcounts = Object.keys(HEADCOUNTS) as (keyof typeof HEADCOUNTS)[];
  return factTable({
    schoolIds: area.schoolIds,
    columns: {
      ...Object.fromEntries(headcounts.map((column) => [column, reported(headcount(columns, column))])),
      teacherFte: reported((slot) => hundredths(columns.teacherFte[slot] ?? 0)),
      approvedPosts: slots.map((slot) => columns.approvedPosts[slot] ?? null),
    },
    source: "personnel",
    asOf: `${area.year}-09-01`,
    origin: mixedOrigin(slots.map((slot) => columns.origin[slot] ?? null)),
  });
}

/** Counts one school after another; who was counted at one is left out at the next. */
function headcount(columns: StaffColumns, column: keyof typeof HEADCOUNTS): (slot: number) => number {
  const counted = new Set<string>();
  return (slot) => {
    let people = columns[column][slot] ?? 0;
    for (const person of columns.shared[slot] ?? []) {
      if (person[HEADCOUNTS[column]] === 0 || counted.has(person[0])) continue;
      counted.add(person[0]);
      people += 1;
    }
    return people;
  };
}

/** Shares of a post are kept to two decimals; adding them as binary fractions would show more. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
