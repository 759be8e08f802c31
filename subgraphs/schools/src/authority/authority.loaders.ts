import { createRowLoader, createRowsLoader } from "@hub/kit";
import type { AuthorityRow, AuthorityStore } from "./authority.store.js";

/** An authority by id; null when unknown. One database query per batch. */
export function createAuthorityLoader(store: AuthorityStore) {
  return createRowLoader("schools.authority", (row: AuthorityRow) => row.id, store.byIds);
}

/** The authorities of a county: those seated in it and those that manage a school in it. One database query per batch. */
export function createAuthoritiesOfCountyLoader(store: AuthorityStore) {
  return createRowsLoader("schools.authoritiesOfCounty", (row) => row.forCounty, store.ofCounties);
}
