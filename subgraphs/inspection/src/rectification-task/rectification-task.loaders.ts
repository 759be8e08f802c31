import DataLoader from "dataloader";
import type { RectificationTaskRow, RectificationTaskStore } from "./rectification-task.store.js";

/** A rectification task by id; null when unknown. One database query per batch. */
export function createRectificationTaskLoader(store: RectificationTaskStore) {
  return new DataLoader<string, RectificationTaskRow | null>(
    async (ids) => {
      const rowById = new Map((await store.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rowById.get(id) ?? null);
    },
    { name: "inspection.task", maxBatchSize: 1000 },
  );
}

/** The tasks of a finding, by due date; none for an unknown one. One database query per batch. */
export function createTasksOfFindingLoader(store: RectificationTaskStore) {
  return new DataLoader<string, readonly RectificationTaskRow[]>(
    async (ids) => {
      const rowsByFinding = Map.groupBy(await store.ofFindings(ids), (row) => row.findingId);
      return ids.map((id) => rowsByFinding.get(id) ?? []);
    },
    { name: "inspection.tasksOfFinding", maxBatchSize: 1000 },
  );
}
