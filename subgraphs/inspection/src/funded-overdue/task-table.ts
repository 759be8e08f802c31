import type { TaskTable } from "@hub/schema";
import type { OverdueTaskRow } from "./overdue-tasks.store.js";

/** Tasks of an area's schools by column. */
export function taskTable(
  schoolIds: readonly string[],
  bySchool: ReadonlyMap<string, readonly OverdueTaskRow[]>,
): TaskTable {
  const late: string[] = [];
  const school: number[] = [];
  const rows: OverdueTaskRow[] = [];
  for (const schoolId of schoolIds) {
    const own = bySchool.get(schoolId);
    if (own === undefined) continue;
    late.push(schoolId);
    for (const row of own) {
      school.push(late.length - 1);
      rows.push(row);
    }
  }
  return {
    schoolIds: late,
    school,
    id: rows.map((row) => row.id),
    item: rows.map((row) => row.item),
    severity: rows.map((row) => row.severity),
    foundOn: rows.map((row) => row.foundOn),
    dueOn: rows.map((row) => row.dueOn),
    closedOn: rows.map((row) => row.closedOn),
    origin: rows.map((row) => row.origin),
  };
}
