import { createRowsLoader } from "@hub/kit";
import type { CountyStore } from "./county.store.js";

/**
 * Sums and programmes of a county over all its years, one database query per batch each.
 *
 * Key     county code
 * Value   rows by year or period, money in yuan; none where nothing is recorded
 * Source  payment, allocation, project, programme
 */
export function createCountyLoaders(store: CountyStore) {
  return {
    payments: byCounty("payments", store.payments),
    allocations: byCounty("allocations", store.allocations),
    projects: byCounty("projects", store.projects),
    programmes: byCounty("programmes", store.programmes),
  };
}

function byCounty<R extends { readonly countyCode: string }>(
  name: string,
  read: (codes: readonly string[]) => Promise<readonly R[]>,
) {
  return createRowsLoader(`funding.county.${name}`, (row: R) => row.countyCode, read);
}
