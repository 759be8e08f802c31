import DataLoader from "dataloader";
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
  return new DataLoader<string, readonly R[]>(
    async (codes) => {
      const rowsByCounty = Map.groupBy(await read(codes), (row) => row.countyCode);
      return codes.map((code) => rowsByCounty.get(code) ?? []);
    },
    { name: `personnel.county.${name}`, maxBatchSize: 1000 },
  );
}
