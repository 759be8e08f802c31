import DataLoader from "dataloader";
import type { AuthorityRow, AuthorityStore } from "./authority.store.js";

/** An authority by id; null when unknown. One database query per batch. */
export function createAuthorityLoader(store: AuthorityStore) {
  return new DataLoader<string, AuthorityRow | null>(
    async (ids) => {
      const rowById = new Map((await store.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rowById.get(id) ?? null);
    },
    { name: "schools.authority", maxBatchSize: 1000 },
  );
}

/** The authorities of a county: those seated in it and those that manage a school in it. One database query per batch. */
export function createAuthoritiesOfCountyLoader(store: AuthorityStore) {
  return new DataLoader<string, readonly AuthorityRow[]>(
    async (codes) => {
      const rowsByCounty = Map.groupBy(await store.ofCounties(codes), (row) => row.forCounty);
      return codes.map((code) => rowsByCounty.get(code) ?? []);
    },
    { name: "schools.authoritiesOfCounty", maxBatchSize: 1000 },
  );
}
