import { createRowsLoader } from "@hub/kit";
import type { CountyStore } from "./county.store.js";

/**
 * What the personnel office counts of a county, all its years, one database query per batch each.
 *
 * Key     county code
 * Value   rows by year; none where nothing is recorded
 */
export function createCountyLoaders(store: CountyStore) {
  return {
    recruitment: byCounty("recruitment", store.recruitment),
    training: byCounty("training", store.training),
    honours: byCounty("honours", store.honours),
    research: byCounty("research", store.research),
    activities: byCounty("activities", store.activities),
    programmes: byCounty("programmes", store.programmes),
  };
}

function byCounty<R extends { readonly countyCode: string }>(
  name: string,
  read: (codes: readonly string[]) => Promise<readonly R[]>,
) {
  return createRowsLoader(`personnel.county.${name}`, (row: R) => row.countyCode, read);
}
