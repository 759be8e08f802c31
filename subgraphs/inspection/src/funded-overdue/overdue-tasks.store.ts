import type { Pool } from "pg";
import { tasksBySchool, type OverdueTask, type TasksAsked } from "./tasks-by-school.js";

export interface OverdueTasksStore {
  /** By school, by due date and id; no school without a task. One database query. */
  tasks(schoolIds: readonly string[], asked: TasksAsked): Promise<ReadonlyMap<string, readonly OverdueTask[]>>;
}

// The summary is kept equal to the records by the database.
const TASKS = /* sql */ `
  select string_agg(facts, ',') as facts from hub_summary.task_facts
  where late = any ($2::boolean[]) and year = any ($3::int[]) and school_id = any ($1::text[])
    and late_from <= $5 and closed_by > $4
`;

/** Rectification tasks not done in time. */
export function createOverdueTasksStore(pool: Pool): OverdueTasksStore {
  return {
    async tasks(schoolIds, asked) {
      const { firstDay, lastDay } = asked;
      // A period may hold the due date of a task as well as its closing before; a day cannot.
      const late = firstDay === lastDay ? [true] : [true, false];
      const values = [schoolIds, late, taskYears(firstDay, lastDay), firstDay, lastDay];
      const query = { name: "inspection.overdueTasks", text: TASKS, values };
      const { rows } = await pool.query<{ readonly facts: string | null }>(query);
      return tasksBySchool(rows[0]?.facts ?? null, asked);
    },
  };
}

function taskYears(firstDay: string, lastDay: string): number[] {
  const first = taskYear(firstDay);
  return Array.from({ length: taskYear(lastDay) - first + 1 }, (_, place) => first + place);
}

/** As hub_summary.task_year: years before the first and after the last count with it. */
const taskYear = (day: string): number => Math.min(Math.max(Number(day.slice(0, 4)), 1949), 2031);
