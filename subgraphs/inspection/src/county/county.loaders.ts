import { createRowsLoader } from "@hub/kit";
import type { CountyStore } from "./county.store.js";

/**
 * What the inspection office counts of a county, all its years, one database query per batch each.
 *
 * Key     county code
 * Value   rows by year; none where nothing is recorded
 */
export function createCountyLoaders(store: CountyStore) {
  return {
    complaints: byCounty("complaints", store.complaints),
    institutionEvents: byCounty("institutionEvents", store.institutionEvents),
    activities: byCounty("activities", store.activities),
    programmes: byCounty("programmes", store.programmes),
  };
}

function byCounty<R extends { readonly countyCode: string }>(
  name: string,
  read: (codes: readonly string[]) => Promise<readonly R[]>,
) {
  return createRowsLoader(`inspection.county.${name}`, (row: R) => row.countyCode, read);
}
