import DataLoader from "dataloader";
import type { SchoolHistoryStore } from "./school-history.store.js";
import type { SchoolRow, SchoolStore } from "./school.store.js";

/** A school by the hub's id; null when unknown. One database query per batch. */
export function createSchoolLoader(store: SchoolStore) {
  return new DataLoader<string, SchoolRow | null>(
    async (ids) => {
      const rowById = new Map((await store.byIds(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rowById.get(id) ?? null);
    },
    { name: "schools.school", maxBatchSize: 1000 },
  );
}

/** A school by any identifier it bears or bore; null when unknown. One database query per batch. */
export function createSchoolByCodeLoader(store: SchoolStore) {
  return new DataLoader<string, SchoolRow | null>(
    async (codes) => {
      const rowByCode = new Map((await store.byCodes(codes)).map((row) => [row.matched, row]));
      return codes.map((code) => rowByCode.get(code) ?? null);
    },
    { name: "schools.schoolByCode", maxBatchSize: 1000 },
  );
}

/** One loader for each part of a school's past; key: school id; value: rows in the store's order. */
export function createSchoolHistoryLoaders(store: SchoolHistoryStore) {
  return {
    identifiers: listLoader("identifiers", store.identifiers),
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
  return new DataLoader<string, readonly R[]>(
    async (ids) => {
      const rowsBySchool = Map.groupBy(await read(ids), (row) => row.schoolId);
      return ids.map((id) => rowsBySchool.get(id) ?? []);
    },
    { name: `schools.${name}`, maxBatchSize: 1000 },
  );
}
