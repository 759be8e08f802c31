import type { OriginName, TaskTable } from "@hub/schema";
import type { OverdueTask } from "./tasks-by-school.js";

/** Tasks of an area's schools by column. */
export function taskTable(
  schoolIds: readonly string[],
  bySchool: ReadonlyMap<string, readonly OverdueTask[]>,
): TaskTable {
  const table = {
    schoolIds: [] as string[],
    school: [] as number[],
    id: [] as string[],
    item: [] as string[],
    severity: [] as string[],
    foundOn: [] as string[],
    dueOn: [] as string[],
    closedOn: [] as (string | null)[],
    origin: [] as OriginName[],
  };
  for (const schoolId of schoolIds) {
    const own = bySchool.get(schoolId);
    if (own === undefined) continue;
    const school = table.schoolIds.push(schoolId) - 1;
    for (const [id, item, severity, , foundOn, dueOn, closedOn, origin] of own) {
      table.school.push(school);
      table.id.push(id);
      table.item.push(item);
      table.severity.push(severity);
      table.foundOn.push(foundOn);
      table.dueOn.push(dueOn);
      table.closedOn.push(closedOn);
      table.origin.push(origin);
    }
  }
  return table;
}
