import type { TaskTable } from "@hub/schema";
import { fundedOverdueQuestion, overdueDays } from "@hub/schema";
import DataLoader from "dataloader";
import type { OverdueTasksStore, TasksAsked } from "./overdue-tasks.store.js";
import { taskTable } from "./task-table.js";

/** A question with the schools the register gives its area. */
export interface AskedSchools {
  readonly id: string;
  readonly schoolIds: readonly string[];
}

/**
 * Overdue tasks of an area's schools; one database query for any number of areas asked the same.
 *
 * Key     { id, schoolIds }
 * Value   TaskTable
 * Source  rectification_task, finding
 */
export function createOverdueTasksLoader(store: OverdueTasksStore): DataLoader<AskedSchools, TaskTable, string> {
  return new DataLoader<AskedSchools, TaskTable, string>((keys) => tables(store, keys), {
    name: "inspection.overdueTasks",
    cacheKeyFn: ({ id }) => id,
    maxBatchSize: 1000,
  });
}

async function tables(store: OverdueTasksStore, keys: readonly AskedSchools[]): Promise<TaskTable[]> {
  const asked = keys.map((key) => ({ ...key, tasks: tasksAsked(key.id) }));
  const alike = Map.groupBy(asked, ({ tasks }) => JSON.stringify(tasks));
  const found = new Map<string, TaskTable>();
  await Promise.all([...alike.values()].map((group) => addTables(store, group, found)));
  return keys.map(({ id }) => found.get(id) as TaskTable);
}

async function addTables(
  store: OverdueTasksStore,
  group: readonly (AskedSchools & { readonly tasks: TasksAsked })[],
  found: Map<string, TaskTable>,
): Promise<void> {
  const schoolIds = [...new Set(group.flatMap((key) => key.schoolIds))];
  const rows = await store.tasks(schoolIds, (group[0] as (typeof group)[number]).tasks);
  const bySchool = Map.groupBy(rows, (row) => row.schoolId);
  for (const key of group) found.set(key.id, taskTable(key.schoolIds, bySchool));
}

function tasksAsked(id: string): TasksAsked {
  const question = fundedOverdueQuestion(id);
  const [firstDay, lastDay] = overdueDays(question);
  return { firstDay, lastDay, stage: question.stage, severities: question.severities };
}
