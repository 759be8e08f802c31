import { Loader, createRowLoader } from "@hub/kit";
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
  return new Loader<InspectionPageKey, readonly InspectionRow[], string>(
    "inspection.schoolPage",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    (key) => JSON.stringify(key),
  );
}

/** The inspections of a school, counted; 0 for none. One database query per batch. */
export function createInspectionTotalLoader(store: InspectionStore) {
  return new Loader<string, number>("inspection.schoolTotal", async (schoolIds) => {
    const countBySchool = new Map((await store.counts(schoolIds)).map((row) => [row.schoolId, row.count]));
    return schoolIds.map((id) => countBySchool.get(id) ?? 0);
  });
}
