import type { OriginName } from "../indicators/fact-table.js";

/**
 * Rectification tasks of the schools of one area that are overdue on some day of a period, by column, one slot a task.
 *
 * Ordered by school, as the register orders them, due date and id. Travels between subgraphs as one opaque scalar.
 */
export interface TaskTable {
  /** The schools that have such a task. */
  readonly schoolIds: readonly string[];
  /** By task: the school, as its place in `schoolIds`. */
  readonly school: readonly number[];
  readonly id: readonly string[];
  readonly item: readonly string[];
  readonly severity: readonly string[];
  /** ISO dates; the day of closing is null while the task is open. */
  readonly foundOn: readonly string[];
  readonly dueOn: readonly string[];
  readonly closedOn: readonly (string | null)[];
  readonly origin: readonly OriginName[];
}
