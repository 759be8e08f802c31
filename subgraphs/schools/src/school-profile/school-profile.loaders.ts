import { schoolYearKey } from "@hub/kit";
import DataLoader from "dataloader";
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
): DataLoader<SchoolYearKey, readonly StageCountRow[] | null, string> {
  return new DataLoader<SchoolYearKey, readonly StageCountRow[] | null, string>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.stages(keys), (row) =>
        schoolYearKey({ schoolId: row.school_id, year: row.year }),
      );
      return keys.map((key) => rowsByKey.get(schoolYearKey(key))?.filter((row) => row.stage !== null) ?? null);
    },
    { name: "schools.schoolStages", cacheKeyFn: schoolYearKey, maxBatchSize: 1000 },
  );
}
