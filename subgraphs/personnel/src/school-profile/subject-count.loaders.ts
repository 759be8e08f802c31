import { Loader, schoolYearKey, type SchoolYear } from "@hub/kit";
import type { SubjectCountRow, SubjectCountStore } from "./subject-count.store.js";

/**
 * Teachers of a school and year by subject, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   one row a subject, most teachers first; null when the school filed no staff return
 * Source  staff_return, teaching assignments on 1 September
 */
export function createSubjectCountLoader(store: SubjectCountStore) {
  return new Loader<SchoolYear, readonly SubjectCountRow[] | null, string>(
    "personnel.subjects",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.subjects(keys), schoolYearKey);
      return keys.map((key) => rowsByKey.get(schoolYearKey(key))?.filter((row) => row.teachers > 0) ?? null);
    },
    schoolYearKey,
  );
}
