import { Loader, eachOnce, tablesOfQuestions, type AskedSchools } from "@hub/kit";
import { fundedOverdueQuestion, overdueDays, type TaskTable } from "@hub/schema";
import type { OverdueTasksStore } from "./overdue-tasks.store.js";
import { taskTable } from "./task-table.js";
import type { TasksAsked } from "./tasks-by-school.js";

/**
 * Overdue tasks of an area's schools; one database query for any number of areas asked the same.
 *
 * Key     { id, schoolIds }
 * Value   TaskTable
 * Source  rectification_task, finding
 */
export function createOverdueTasksLoader(store: OverdueTasksStore): Loader<AskedSchools, TaskTable, string> {
  const read = async (alike: readonly AskedSchools[], asked: TasksAsked) => {
    const schoolIds = eachOnce(alike.map((question) => question.schoolIds));
    const bySchool = await store.tasks(schoolIds, asked);
    return (question: AskedSchools) => taskTable(question.schoolIds, bySchool);
  };
  return new Loader<AskedSchools, TaskTable, string>(
    "inspection.overdueTasks",
    (keys) => tablesOfQuestions(keys, tasksAsked, read),
    ({ id }) => id,
  );
}

function tasksAsked(id: string): TasksAsked {
  const question = fundedOverdueQuestion(id);
  const [firstDay, lastDay] = overdueDays(question);
  return { firstDay, lastDay, stage: question.stage, severities: question.severities };
}
