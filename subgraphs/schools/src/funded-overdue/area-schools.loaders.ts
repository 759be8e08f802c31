import { Loader } from "@hub/kit";
import type { AreaDay, AreaSchoolsStore } from "./area-schools.store.js";

const idOf = ({ areaCode, stage, on, paidFrom }: AreaDay) => JSON.stringify([areaCode, stage, on, paidFrom]);

/**
 * Schools of an area on a day, with those closed since the first day of the period, one database query per batch.
 *
 * Key     { areaCode, stage, on, paidFrom }
 * Value   ids in their order; an area nobody knows has none
 * Source  school, school_division, school_authority
 */
export function createAreaSchoolsLoader(store: AreaSchoolsStore): Loader<AreaDay, readonly string[], string> {
  return new Loader<AreaDay, readonly string[], string>(
    "schools.areaSchools",
    async (keys) => {
      const rows = Map.groupBy(await store.schools(keys), (row) => row.ordinal);
      return keys.map((_, index) => (rows.get(index + 1) ?? []).map((row) => row.schoolId));
    },
    idOf,
  );
}
