import { Loader, areaKey, areaTables, schoolYearKey, type AreaKey, type SchoolArea, type SchoolYear } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import type { StaffColumns, StaffCountStore } from "./staff-count.store.js";
import { staffTable } from "./staff-table.js";

/**
 * The staff of an area by school, one database query per batch, whatever areas and stages it asks for.
 *
 * Key     { areaCode, year, stage, schoolIds }
 * Value   FactTable with the columns of `staffTable`
 * Source  staff_return, staffing_quota, staff_count (assignment and person on 1 September) of the year
 */
export function createStaffFactsLoader(store: StaffCountStore): Loader<AreaKey, FactTable, string> {
  return new Loader<AreaKey, FactTable, string>("personnel.staffFacts", (areas) => staffTables(store, areas), areaKey);
}

/**
 * The staff of one school in all its stages, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   a FactTable of that school alone
 * Source  as createStaffFactsLoader
 */
export function createSchoolStaffLoader(store: StaffCountStore): Loader<SchoolYear, FactTable, string> {
  return new Loader<SchoolYear, FactTable, string>(
    "personnel.schoolStaff",
    (keys) =>
      staffTables(
        store,
        keys.map(({ schoolId, year }) => ({ schoolIds: [schoolId], year, stage: null })),
      ),
    schoolYearKey,
  );
}

function staffTables(store: StaffCountStore, areas: readonly SchoolArea[]): Promise<FactTable[]> {
  return areaTables(areas, { read: store.counts, nothing: NOBODY, table: staffTable });
}

const NOBODY: StaffColumns = {
  filed: [],
  origin: [],
  approvedPosts: [],
  teachers: [],
  permanentStaff: [],
  staff: [],
  teacherFte: [],
  shared: [],
};
