import DataLoader from "dataloader";
import type { SchoolAllocationRow, SchoolAllocationStore } from "./school-allocation.store.js";

/** Allotments to a school over all years, by school id; none where nothing is recorded. One database query per batch. */
export function createSchoolAllocationsLoader(store: SchoolAllocationStore) {
  return new DataLoader<string, readonly SchoolAllocationRow[]>(
    async (ids) => {
      const rowsBySchool = Map.groupBy(await store.allocations(ids), (row) => row.schoolId);
      return ids.map((id) => rowsBySchool.get(id) ?? []);
    },
    { name: "funding.schoolAllocations", maxBatchSize: 1000 },
  );
}
