import type { OriginName } from "@hub/schema";
import type { Pool } from "pg";

/** Which tasks: overdue on some day from the first to the last; a null stage or list means all. */
export interface TasksAsked {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly stage: string | null;
  readonly severities: readonly string[] | null;
}

/** A task with what was found. */
export interface OverdueTaskRow {
  readonly schoolId: string;
  readonly id: string;
  readonly item: string;
  readonly severity: string;
  readonly foundOn: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly origin: OriginName;
}

export interface OverdueTasksStore {
  /** Tasks of the schools by school, due date and id. One database query. */
  tasks(schoolIds: readonly string[], asked: TasksAsked): Promise<readonly OverdueTaskRow[]>;
}

// Overdue at the end of a day: found by then, due before it, not closed by then.
const TASKS = /* sql */ `
  select task.school_id as "schoolId", task.id, finding.item, finding.severity::text, finding.found_on as "foundOn",
    task.due_on as "dueOn", task.closed_on as "closedOn", greatest(task.origin, finding.origin)::text as origin
  from rectification_task task
  join finding on finding.id = task.finding_id and finding.found_on <= $3
    and ($4::text is null or finding.stage is null or finding.stage::text = $4)
    and ($5::text[] is null or finding.severity::text = any ($5))
  where task.school_id = any ($1::text[]) and task.due_on < $3 and (task.closed_on is null or task.closed_on > $2)
  order by task.school_id, task.due_on, task.id
`;

/** Rectification tasks not done in time. */
export function createOverdueTasksStore(pool: Pool): OverdueTasksStore {
  return {
    async tasks(schoolIds, { firstDay, lastDay, stage, severities }) {
      const values = [schoolIds, firstDay, lastDay, stage, severities];
      return (await pool.query<OverdueTaskRow>({ name: "inspection.overdueTasks", text: TASKS, values })).rows;
    },
  };
}
