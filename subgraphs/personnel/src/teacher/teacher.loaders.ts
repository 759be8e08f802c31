import { createRowLoader, createRowsLoader } from "@hub/kit";
import DataLoader from "dataloader";
import type { AssignmentRow, CareerStore, HonourRow } from "./career.store.js";
import type { StaffCountKey, StaffPageKey, TeacherRow, TeacherStore } from "./teacher.store.js";

/** A member of staff by id; null when unknown or outside the viewer's area. One database query per batch. */
export function createTeacherLoader(store: TeacherStore) {
  return createRowLoader("personnel.teacher", (row: TeacherRow) => row.id, store.byIds);
}

/**
 * Pages of the staff of schools, one database query per batch.
 *
 * Key     { schoolId, on, size, afterName, afterId }
 * Value   at most `size` people by name and id, of the viewer's area
 */
export function createStaffPageLoader(store: TeacherStore) {
  return new DataLoader<StaffPageKey, readonly TeacherRow[], string>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    { name: "personnel.staffPage", cacheKeyFn: (key) => JSON.stringify(key), maxBatchSize: 1000 },
  );
}

/** Staff of a school on a day, counted. One database query per batch. */
export function createStaffPageCountLoader(store: TeacherStore) {
  return new DataLoader<StaffCountKey, number, string>(
    async (keys) => {
      const countByKey = new Map((await store.counts(keys)).map((row) => [row.ordinal, row.count]));
      return keys.map((_, index) => countByKey.get(index + 1) ?? 0);
    },
    { name: "personnel.staffPageCount", cacheKeyFn: ({ schoolId, on }) => `${schoolId}/${on}`, maxBatchSize: 1000 },
  );
}

/** The assignments and honours of a person, oldest first. One database query per batch each. */
export function createCareerLoaders(store: CareerStore) {
  return {
    assignments: byPerson<AssignmentRow>("personnel.assignments", (ids) => store.assignments(ids)),
    honours: byPerson<HonourRow>("personnel.honours", (ids) => store.honours(ids)),
  };
}

function byPerson<R extends { readonly personId: string }>(
  name: string,
  read: (ids: readonly string[]) => Promise<readonly R[]>,
) {
  return createRowsLoader(name, (row: R) => row.personId, read);
}
