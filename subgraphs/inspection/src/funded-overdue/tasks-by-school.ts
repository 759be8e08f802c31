import { strungTogether } from "@hub/kit";
import type { OriginName } from "@hub/schema";

/** Which tasks: found and due before the end of the last day, not closed by the first; a null stage or list means all. */
export interface TasksAsked {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly stage: string | null;
  readonly severities: readonly string[] | null;
}

/** A task with what was found, as the database keeps it ready; a null stage concerns the whole school. */
export type OverdueTask = readonly [
  id: string,
  item: string,
  severity: string,
  stage: string | null,
  foundOn: string,
  dueOn: string,
  closedOn: string | null,
  origin: OriginName,
];

type SchoolTasks = readonly [schoolId: string, tasks: readonly OverdueTask[]];

/**
 * The tasks asked for by school, by due date and id.
 *
 * @param text schools with their tasks by due date and id, a school and a task perhaps several times; null when there are none.
 */
export function tasksBySchool(text: string | null, asked: TasksAsked): Map<string, readonly OverdueTask[]> {
  const bySchool = new Map<string, readonly OverdueTask[]>();
  for (const [schoolId, tasks] of strungTogether<SchoolTasks>(text)) {
    const found = tasks.filter((task) => isAsked(task, asked));
    if (found.length === 0) continue;
    const others = bySchool.get(schoolId);
    bySchool.set(schoolId, others === undefined ? found : together(others, found));
  }
  return bySchool;
}

/** ISO dates compare as text. */
function isAsked(
  [, , severity, ofStage, foundOn, dueOn, closedOn]: OverdueTask,
  { firstDay, lastDay, stage, severities }: TasksAsked,
): boolean {
  return (
    dueOn < lastDay &&
    foundOn <= lastDay &&
    (closedOn === null || closedOn > firstDay) &&
    (stage === null || ofStage === null || ofStage === stage) &&
    (severities === null || severities.includes(severity))
  );
}

function together(some: readonly OverdueTask[], others: readonly OverdueTask[]): readonly OverdueTask[] {
  const byId = new Map([...some, ...others].map((task) => [task[0], task]));
  return [...byId.values()].sort(
    ([id, , , , , dueOn], [otherId, , , , , otherDueOn]) =>
      (dueOn < otherDueOn && -1) || (dueOn > otherDueOn && 1) || Buffer.compare(Buffer.from(id), Buffer.from(otherId)),
  );
}
