import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader, lazily } from "@hub/kit";
import { createCountyLoaders } from "./county/county.loaders.js";
import { createCountyStore } from "./county/county.store.js";
import { measures } from "./measure/measures.js";
import { createSubjectCountLoader } from "./school-profile/subject-count.loaders.js";
import { createSubjectCountStore } from "./school-profile/subject-count.store.js";
import { createSchoolStaffLoader, createStaffFactsLoader } from "./area-profile/staff-count.loaders.js";
import { createStaffCountStore } from "./area-profile/staff-count.store.js";
import { createCareerStore } from "./teacher/career.store.js";
import {
  createCareerLoaders,
  createStaffPageCountLoader,
  createStaffPageLoader,
  createTeacherLoader,
} from "./teacher/teacher.loaders.js";
import { createTeacherStore } from "./teacher/teacher.store.js";

interface Source extends Pick<SubgraphDatabase, "pool">, Pick<SubgraphRequestInfo, "viewer"> {}

const storesOf = lazily<Source>()({
  staffCount: ({ pool }) => createStaffCountStore(createJointReads(pool)),
  teacher: ({ pool, viewer }) => createTeacherStore(pool, viewer),
  dataVersion: ({ pool }) => createDataVersionStore(pool),
});

interface LoaderSource extends Source {
  readonly stores: ReturnType<typeof storesOf>;
}

const loadersOf = lazily<LoaderSource>()({
  staffFacts: ({ stores }) => createStaffFactsLoader(stores.staffCount),
  schoolStaff: ({ stores }) => createSchoolStaffLoader(stores.staffCount),
  subjects: ({ pool }) => createSubjectCountLoader(createSubjectCountStore(pool)),
  teacher: ({ stores }) => createTeacherLoader(stores.teacher),
  staffPage: ({ stores }) => createStaffPageLoader(stores.teacher),
  staffPageCount: ({ stores }) => createStaffPageCountLoader(stores.teacher),
  career: ({ pool, viewer }) => createCareerLoaders(createCareerStore(pool, viewer)),
  county: ({ pool }) => createCountyLoaders(createCountyStore(pool)),
  measures: ({ pool }) => createMeasureLoader("personnel", pool, measures),
});

/** Stores and loaders of one request to the personnel subgraph. */
export type PersonnelContext = ReturnType<typeof createPersonnelContext>;

export function createPersonnelContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const stores = storesOf({ pool, viewer });
  return { viewer, requestId, stores, loaders: loadersOf({ pool, viewer, stores }) };
}
