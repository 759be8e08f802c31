import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader } from "@hub/kit";
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

/** Stores and loaders of one request to the personnel subgraph. */
export type PersonnelContext = ReturnType<typeof createPersonnelContext>;

export function createPersonnelContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const staffCounts = createStaffCountStore(createJointReads(pool));
  const teachers = createTeacherStore(pool, viewer);
  const stores = { dataVersion: createDataVersionStore(pool) };
  const loaders = {
    staffFacts: createStaffFactsLoader(staffCounts),
    schoolStaff: createSchoolStaffLoader(staffCounts),
    subjects: createSubjectCountLoader(createSubjectCountStore(pool)),
    teacher: createTeacherLoader(teachers),
    staffPage: createStaffPageLoader(teachers),
    staffPageCount: createStaffPageCountLoader(teachers),
    career: createCareerLoaders(createCareerStore(pool, viewer)),
    county: createCountyLoaders(createCountyStore(pool)),
    measures: createMeasureLoader("personnel", pool, measures),
  };
  return { viewer, requestId, stores, loaders };
}
