import { createRowLoader, createRowsLoader } from "@hub/kit";
import type { SchoolHistoryStore } from "./school-history.store.js";
import type { SchoolRow, SchoolStore } from "./school.store.js";

/** A school by the hub's id; null when unknown. One database query per batch. */
export function createSchoolLoader(store: SchoolStore) {
  return createRowLoader("schools.school", (row: SchoolRow) => row.id, store.byIds);
}

/** A school by any identifier it bears or bore; null when unknown. One database query per batch. */
export function createSchoolByCodeLoader(store: SchoolStore) {
  return createRowLoader(
    "schools.schoolByCode",
    (row: SchoolRow & { readonly matched: string }) => row.matched,
    store.byCodes,
  );
}

/** One loader for each part of a school's past; key: school id; value: rows in the store's order. */
export function createSchoolHistoryLoaders(store: SchoolHistoryStore) {
  return {
    identifiers: listLoader("identifiers", store.identifiers),
    codes: listLoader("codes", store.codes),
    names: listLoader("names", store.names),
    divisions: listLoader("divisions", store.divisions),
    authorities: listLoader("authorities", store.authorities),
    successors: listLoader("successors", store.successors),
    predecessors: listLoader("predecessors", store.predecessors),
    statements: listLoader("statements", store.statements),
    events: listLoader("events", store.events),
  };
}

function listLoader<R extends { readonly schoolId: string }>(
  name: string,
  read: (schoolIds: readonly string[]) => Promise<readonly R[]>,
) {
  return createRowsLoader(`schools.${name}`, (row: R) => row.schoolId, read);
}
