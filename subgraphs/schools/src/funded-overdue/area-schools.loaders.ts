import { Loader, strungTogether } from "@hub/kit";
import type { NameTable } from "@hub/schema";
import type { AreaDay, AreaSchoolsStore, ListedSchool } from "./area-schools.store.js";

/** Schools of an area by id, and what they are listed with. */
export interface AreaSchools extends NameTable {
  readonly schoolIds: readonly string[];
}

const idOf = ({ areaCode, stage, on, paidFrom }: AreaDay) => JSON.stringify([areaCode, stage, on, paidFrom]);

/**
 * Schools of an area on a day, with those closed since the first day of the period, one database query per batch.
 *
 * Key     { areaCode, stage, on, paidFrom }
 * Value   schools in the order of their ids; an area nobody knows has none
 * Source  school, school_division, school_authority, as kept by area
 */
export function createAreaSchoolsLoader(store: AreaSchoolsStore): Loader<AreaDay, AreaSchools, string> {
  return new Loader<AreaDay, AreaSchools, string>(
    "schools.areaSchools",
    async (keys) => {
      const texts = new Map((await store.schools(keys)).map(({ ordinal, schools }) => [ordinal, schools]));
      return keys.map((_, index) => byColumn(strungTogether<ListedSchool>(texts.get(index + 1) ?? null)));
    },
    idOf,
  );
}

/** A school is there twice when a division and an authority have one code and it belongs to both. */
function byColumn(sorted: readonly ListedSchool[]): AreaSchools {
  const schools = { schoolIds: [] as string[], name: [] as string[], closedOn: [] as (string | null)[] };
  for (const [id, name, closedOn] of sorted) {
    if (id === schools.schoolIds.at(-1)) continue;
    schools.schoolIds.push(id);
    schools.name.push(name);
    schools.closedOn.push(closedOn);
  }
  return schools;
}
