import { Loader, schoolYearKey } from "@hub/kit";
import type { SchoolProfileStore, SchoolYearKey, StageCountRow } from "./school-profile.store.js";

/**
 * Classes and students of a school and year by stage, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   one row a stage taught, none for a school without classes; null when the school filed no return
 * Source  school_return, class_group on 1 September
 */
export function createSchoolStagesLoader(
  store: SchoolProfileStore,
): Loader<SchoolYearKey, readonly StageCountRow[] | null, string> {
  return new Loader<SchoolYearKey, readonly StageCountRow[] | null, string>(
    "schools.schoolStages",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.stages(keys), (row) =>
        schoolYearKey({ schoolId: row.school_id, year: row.year }),
      );
      return keys.map((key) => rowsByKey.get(schoolYearKey(key))?.filter((row) => row.stage !== null) ?? null);
    },
    schoolYearKey,
  );
}
