import { Loader, createRowLoader, createRowsLoader } from "@hub/kit";
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
  return new Loader<StaffPageKey, readonly TeacherRow[], string>(
    "personnel.staffPage",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    (key) => JSON.stringify(key),
  );
}

/** Staff of a school on a day, counted. One database query per batch. */
export function createStaffPageCountLoader(store: TeacherStore) {
  return new Loader<StaffCountKey, number, string>(
    "personnel.staffPageCount",
    async (keys) => {
      const countByKey = new Map((await store.counts(keys)).map((row) => [row.ordinal, row.count]));
      return keys.map((_, index) => countByKey.get(index + 1) ?? 0);
    },
    ({ schoolId, on }) => `${schoolId}/${on}`,
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
