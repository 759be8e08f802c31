import type { SchoolArea } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { factTable, mixedOrigin } from "@hub/schema";
import type { InspectionCountRow } from "./inspection-count.store.js";

const COLUMNS = [
  "openRectifications",
  "overdueRectifications",
  "inspections",
  "findings",
  "severeFindings",
] as const satisfies readonly (keyof InspectionCountRow)[];

/**
 * Inspections, findings and tasks of an area's schools, one row a school.
 *
 * Every slot is a number: the office that keeps the records knows of a school without an entry that there is none.
 * What concerns a whole school counts in each of its stages.
 */
export function inspectionTable(
  { schoolIds, year, stage }: SchoolArea,
  rowsOf: (schoolId: string) => readonly InspectionCountRow[],
): FactTable {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, schoolIds.map(() => 0)]));
  const origins = new Set<string | null>();
  for (const [slot, schoolId] of schoolIds.entries()) {
    for (const row of rowsOf(schoolId)) {
      if (stage !== null && row.stage !== null && row.stage !== stage) continue;
      origins.add(row.origin);
      for (const column of COLUMNS) (columns[column] as number[])[slot]! += row[column] ?? 0;
    }
  }
  return factTable({
    schoolIds,
    columns,
    source: "inspection",
    asOf: `${year}-12-31`,
    origin: mixedOrigin(origins),
  });
}
