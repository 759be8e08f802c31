import type { FactTable } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";
import type { StaffRow } from "./staff-count.store.js";

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
export function staffTable(area: StaffArea, rowsOf: (schoolId: string) => readonly StaffRow[]): FactTable {
  const { stage } = area;
  const schools = area.schoolIds.map((schoolId) => {
    const rows = rowsOf(schoolId);
    const counts = rows.filter((row) => row.stage !== null && (stage === null || row.stage === stage));
    return { filed: rows[0], counts };
  });
  const reported = (value: (counts: readonly StaffRow[]) => number) =>
    schools.map(({ filed, counts }) => (filed?.filed ? value(counts) : null));

  return {
    schoolIds: area.schoolIds,
    columns: {
      ...Object.fromEntries(HEADCOUNTS.map((column) => [column, reported(headcount(column))])),
      teacherFte: reported((counts) => hundredths(counts.reduce((sum, row) => sum + row.teacherFte, 0))),
      approvedPosts: schools.map(({ filed }) => filed?.approvedPosts ?? null),
    },
    source: "personnel",
    asOf: `${area.year}-09-01`,
    origin: mixedOrigin(schools.map(({ filed }) => filed?.origin ?? null)),
  };
}

/** Counts one school after another; who was counted at one is left out at the next. */
function headcount(column: (typeof HEADCOUNTS)[number]): (counts: readonly StaffRow[]) => number {
  const counted = new Set<string>();
  return (counts) => {
    let people = 0;
    for (const { personId, [column]: count } of counts) {
      if (personId === null) people += count;
      else if (count > 0 && !counted.has(personId)) {
        counted.add(personId);
        people += 1;
      }
    }
    return people;
  };
}

/** Shares of a post are kept to two decimals; adding them as binary fractions would show more. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
