import type { SchoolArea } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";
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
  const rows = schoolIds.map((schoolId) =>
    rowsOf(schoolId).filter((row) => stage === null || row.stage === null || row.stage === stage),
  );
  const columns = COLUMNS.map((column) => [
    column,
    rows.map((own) => own.reduce((sum, row) => sum + (row[column] ?? 0), 0)),
  ]);
  const origin = mixedOrigin(rows.flatMap((own) => own.map((row) => row.origin)));
  return { schoolIds, columns: Object.fromEntries(columns), source: "inspection", asOf: `${year}-12-31`, origin };
}
