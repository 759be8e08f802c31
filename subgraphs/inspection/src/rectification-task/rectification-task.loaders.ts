import { createRowLoader, createRowsLoader } from "@hub/kit";
import type { RectificationTaskRow, RectificationTaskStore } from "./rectification-task.store.js";

/** A rectification task by id; null when unknown. One database query per batch. */
export function createRectificationTaskLoader(store: RectificationTaskStore) {
  return createRowLoader("inspection.task", (row: RectificationTaskRow) => row.id, store.byIds);
}

/** The tasks of a finding, by due date; none for an unknown one. One database query per batch. */
export function createTasksOfFindingLoader(store: RectificationTaskStore) {
  return createRowsLoader("inspection.tasksOfFinding", (row: RectificationTaskRow) => row.findingId, store.ofFindings);
}
