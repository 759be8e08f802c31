import { createRowLoader } from "@hub/kit";
import DataLoader from "dataloader";
import type { InspectionPageKey, InspectionRow, InspectionStore } from "./inspection.store.js";

/** An inspection by id; null when unknown. One database query per batch. */
export function createInspectionLoader(store: InspectionStore) {
  return createRowLoader("inspection.inspection", (row: InspectionRow) => row.id, store.byIds);
}

/**
 * Pages of the inspections of schools, one database query per batch.
 *
 * Key     { schoolId, size, afterDate, afterId }
 * Value   at most `size` inspections, newest first
 */
export function createInspectionPageLoader(store: InspectionStore) {
  return new DataLoader<InspectionPageKey, readonly InspectionRow[], string>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    { name: "inspection.schoolPage", cacheKeyFn: (key) => JSON.stringify(key), maxBatchSize: 1000 },
  );
}

/** The inspections of a school, counted; 0 for none. One database query per batch. */
export function createInspectionTotalLoader(store: InspectionStore) {
  return new DataLoader<string, number>(
    async (schoolIds) => {
      const countBySchool = new Map((await store.counts(schoolIds)).map((row) => [row.schoolId, row.count]));
      return schoolIds.map((id) => countBySchool.get(id) ?? 0);
    },
    { name: "inspection.schoolTotal", maxBatchSize: 1000 },
  );
}
