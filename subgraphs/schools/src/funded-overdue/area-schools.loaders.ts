import { Loader } from "@hub/kit";
import type { AreaDay, AreaSchoolsStore } from "./area-schools.store.js";

const idOf = ({ areaCode, stage, on, paidFrom }: AreaDay) => JSON.stringify([areaCode, stage, on, paidFrom]);

/**
 * Schools of an area on a day, with those closed since the first day of the period, one database query per batch.
 *
 * Key     { areaCode, stage, on, paidFrom }
 * Value   ids in their order; an area nobody knows has none
 * Source  school, school_division, school_authority, as kept by area
 */
export function createAreaSchoolsLoader(store: AreaSchoolsStore): Loader<AreaDay, readonly string[], string> {
  return new Loader<AreaDay, readonly string[], string>(
    "schools.areaSchools",
    async (keys) => {
      const ids = new Map((await store.schools(keys)).map(({ ordinal, schoolIds }) => [ordinal, schoolIds]));
      return keys.map((_, index) => withoutRepeats(ids.get(index + 1) ?? []));
    },
    idOf,
  );
}

/** A school is there twice when a division and an authority have one code and it belongs to both. */
function withoutRepeats(sorted: readonly string[]): readonly string[] {
  return sorted.filter((id, place) => id !== sorted[place - 1]);
}
