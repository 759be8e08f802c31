import { Loader, createRowLoader, createRowsLoader } from "@hub/kit";
import type { ProjectDetailStore } from "./project-detail.store.js";
import type { ProjectFilter, ProjectPageKey, ProjectRow, ProjectStore } from "./project.store.js";

const idOf = (key: ProjectFilter) => JSON.stringify(key);

/** A project by id; null when unknown. One database query per batch. */
export function createProjectLoader(store: ProjectStore) {
  return createRowLoader("funding.project", (row: ProjectRow) => row.id, store.byIds);
}

/**
 * A page of projects, one database query per batch, whatever lists it asks for.
 *
 * Key     filter, `after` id and `size`
 * Value   at most `size` projects by id
 */
export function createProjectPageLoader(store: ProjectStore) {
  return new Loader<ProjectPageKey, readonly ProjectRow[], string>(
    "funding.projectPage",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    idOf,
  );
}

/** Projects a filter holds. One database query per batch. */
export function createProjectCountLoader(store: ProjectStore) {
  return new Loader<ProjectFilter, number, string>(
    "funding.projectCount",
    async (filters) => {
      const countByKey = new Map((await store.counts(filters)).map((row) => [row.ordinal, row.count]));
      return filters.map((_, index) => countByKey.get(index + 1) ?? 0);
    },
    idOf,
  );
}

/** What hangs on a project, by project id: parts, schools, procurement; none where there is nothing. */
export function createProjectDetailLoaders(store: ProjectStore, details: ProjectDetailStore) {
  return {
    parts: byProject("parts", store.parts, (row) => row.parentId),
    schools: byProject("schools", details.schools, (row) => row.projectId),
    procurement: byProject("procurement", details.procurement, (row) => row.projectId),
  };
}

function byProject<R>(
  name: string,
  read: (ids: readonly string[]) => Promise<readonly R[]>,
  projectOf: (row: R) => string | null,
) {
  return createRowsLoader(`funding.project.${name}`, projectOf, read);
}
