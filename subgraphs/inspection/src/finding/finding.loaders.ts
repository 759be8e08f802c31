import { createRowLoader, createRowsLoader } from "@hub/kit";
import type { FindingRow, FindingStore } from "./finding.store.js";

/** A finding by id; null when unknown. One database query per batch. */
export function createFindingLoader(store: FindingStore) {
  return createRowLoader("inspection.finding", (row: FindingRow) => row.id, store.byIds);
}

/** The findings of an inspection, gravest first; none for an unknown one. One database query per batch. */
export function createFindingsOfInspectionLoader(store: FindingStore) {
  return createRowsLoader(
    "inspection.findingsOfInspection",
    (row: FindingRow) => row.inspectionId,
    store.ofInspections,
  );
}
