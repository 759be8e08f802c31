import { createRowsLoader } from "@hub/kit";
import type { SchoolAllocationRow, SchoolAllocationStore } from "./school-allocation.store.js";

/** Allotments to a school over all years, by school id; none where nothing is recorded. One database query per batch. */
export function createSchoolAllocationsLoader(store: SchoolAllocationStore) {
  return createRowsLoader("funding.schoolAllocations", (row: SchoolAllocationRow) => row.schoolId, store.allocations);
}
