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

// Overdue at the end of a day: found by then, due before it, not closed by then. What led to the tasks is looked up as one
// list, in the order of the index, rather than one by one; the sum keeps the due date from being a key of the index scan,
// where it would cost more searches than it saves rows.
const TASKS = /* sql */ `
  with task as materialized (
    select school_id, id, finding_id, due_on, closed_on, origin from rectification_task
    where school_id = any ($1::text[]) and due_on + 0 < $3 and (closed_on is null or closed_on > $2)
  ),
  cause as materialized (
    select id, item, severity, found_on, origin from finding
    where id = any (array(select finding_id from task)) and found_on <= $3
      and ($4::text is null or stage is null or stage::text = $4)
      and ($5::text[] is null or severity::text = any ($5))
  )
  select task.school_id as "schoolId", task.id, cause.item, cause.severity::text, cause.found_on as "foundOn",
    task.due_on as "dueOn", task.closed_on as "closedOn", greatest(task.origin, cause.origin)::text as origin
  from task
  join cause on cause.id = task.finding_id
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
