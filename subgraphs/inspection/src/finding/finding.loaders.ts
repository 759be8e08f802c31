import DataLoader from "dataloader";
import type { FindingRow, FindingStore } from "./finding.store.js";

/** A finding by id; null when unknown. One database query per batch. */
export function createFindingLoader(store: FindingStore) {
  return new DataLoader<string, FindingRow | null>(
    async (ids) => {
      const rowById = new Map((await store.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rowById.get(id) ?? null);
    },
    { name: "inspection.finding", maxBatchSize: 1000 },
  );
}

/** The findings of an inspection, gravest first; none for an unknown one. One database query per batch. */
export function createFindingsOfInspectionLoader(store: FindingStore) {
  return new DataLoader<string, readonly FindingRow[]>(
    async (ids) => {
      const rowsByInspection = Map.groupBy(await store.ofInspections(ids), (row) => row.inspectionId);
      return ids.map((id) => rowsByInspection.get(id) ?? []);
    },
    { name: "inspection.findingsOfInspection", maxBatchSize: 1000 },
  );
}
