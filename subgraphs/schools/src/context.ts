import type { SubgraphRequestInfo, SubgraphDatabase } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader } from "@hub/kit";
import { createAreaFactsLoader } from "./area-profile/area-profile.loaders.js";
import { createAreaProfileStore } from "./area-profile/area-profile.store.js";
import { createAuthoritiesOfCountyLoader, createAuthorityLoader } from "./authority/authority.loaders.js";
import { createAuthorityStore } from "./authority/authority.store.js";
import { createDivisionLoader, createTownshipsLoader } from "./division/division.loaders.js";
import { createDivisionStore } from "./division/division.store.js";
import { createAreaSchoolsLoader } from "./funded-overdue/area-schools.loaders.js";
import { createAreaSchoolsStore } from "./funded-overdue/area-schools.store.js";
import { measures } from "./measure/measures.js";
import {
  createPublishedFigureLoader,
  createPublishedFiguresLoader,
} from "./published-figure/published-figure.loaders.js";
import { createPublishedFigureStore } from "./published-figure/published-figure.store.js";
import { createSchoolStagesLoader } from "./school-profile/school-profile.loaders.js";
import { createSchoolProfileStore } from "./school-profile/school-profile.store.js";
import { createSchoolHistoryStore } from "./school/school-history.store.js";
import { createSchoolByCodeLoader, createSchoolHistoryLoaders, createSchoolLoader } from "./school/school.loaders.js";
import { createSchoolStore } from "./school/school.store.js";

/** Stores and loaders of one request to the schools subgraph. */
export type SchoolsContext = ReturnType<typeof createSchoolsContext>;

export function createSchoolsContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const reads = createJointReads(pool);
  const stores = {
    division: createDivisionStore(reads),
    authority: createAuthorityStore(reads),
    school: createSchoolStore(reads),
    publishedFigure: createPublishedFigureStore(pool),
    dataVersion: createDataVersionStore(pool),
  };
  const loaders = {
    county: createDivisionLoader(stores.division, "COUNTY"),
    township: createDivisionLoader(stores.division, "TOWNSHIP"),
    townships: createTownshipsLoader(stores.division),
    authority: createAuthorityLoader(stores.authority),
    authoritiesOfCounty: createAuthoritiesOfCountyLoader(stores.authority),
    areaFacts: createAreaFactsLoader(createAreaProfileStore(reads)),
    fundedOverdueSchools: createAreaSchoolsLoader(createAreaSchoolsStore(reads)),
    school: createSchoolLoader(stores.school),
    schoolByCode: createSchoolByCodeLoader(stores.school),
    schoolStages: createSchoolStagesLoader(createSchoolProfileStore(reads)),
    history: createSchoolHistoryLoaders(createSchoolHistoryStore(reads)),
    publishedFigure: createPublishedFigureLoader(stores.publishedFigure),
    publishedFigures: createPublishedFiguresLoader(stores.publishedFigure),
    measures: createMeasureLoader("schools", pool, measures),
  };
  return { viewer, requestId, stores, loaders };
}
