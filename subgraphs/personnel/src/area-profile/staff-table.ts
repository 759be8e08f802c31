import type { FactTable } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";
import type { StaffCountRow, StaffReturnRow } from "./staff-count.store.js";

/** What is known of a school and year: its return, and its counts by stage. */
export interface SchoolStaff {
  readonly staffReturn: StaffReturnRow | null;
  readonly counts: readonly StaffCountRow[];
}

/** Whose staff is counted, on 1 September of the year; a null stage means all. */
export interface StaffArea {
  readonly schoolIds: readonly string[];
  readonly year: number;
  readonly stage: string | null;
}

const HEADCOUNTS = ["teachers", "permanentStaff", "staff"] as const;

/**
 * The staff of an area's schools, one row a school, null where the school filed no staff return.
 *
 * Columns teachers, permanentStaff, staff (people), teacherFte (full-time equivalents), approvedPosts (all stages).
 * Somebody who works in two schools or stages of the area counts once, at the first school; the work counts at each.
 */
export function staffTable(area: StaffArea, staffOf: (schoolId: string) => SchoolStaff): FactTable {
  const counted = Object.fromEntries(HEADCOUNTS.map((column) => [column, new Set<string>()]));
  const rows = area.schoolIds.map((schoolId) => {
    const { staffReturn, counts } = staffOf(schoolId);
    const inStage = counts.filter((row) => area.stage === null || row.stage === area.stage);
    return { staffReturn, inStage };
  });

  const headcount = (column: (typeof HEADCOUNTS)[number], inStage: readonly StaffCountRow[]): number =>
    inStage.reduce((sum, row) => {
      if (row.personId === null || row[column] === 0) return sum + row[column];
      if (counted[column]?.has(row.personId)) return sum;
      counted[column]?.add(row.personId);
      return sum + 1;
    }, 0);

  const reported = (value: (inStage: readonly StaffCountRow[]) => number) =>
    rows.map(({ staffReturn, inStage }) => (staffReturn?.filed ? value(inStage) : null));

  return {
    schoolIds: area.schoolIds,
    columns: {
      ...Object.fromEntries(HEADCOUNTS.map((column) => [column, reported((inStage) => headcount(column, inStage))])),
      teacherFte: reported((inStage) => hundredths(inStage.reduce((sum, row) => sum + row.teacherFte, 0))),
      approvedPosts: rows.map(({ staffReturn }) => staffReturn?.approvedPosts ?? null),
    },
    source: "personnel",
    asOf: `${area.year}-09-01`,
    origin: mixedOrigin(rows.map(({ staffReturn }) => staffReturn?.origin ?? null)),
  };
}

/** Shares of a post are kept to two decimals; adding them as binary fractions would show more. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
