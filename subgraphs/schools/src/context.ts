import type { Reads, SubgraphRequestInfo, SubgraphDatabase } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader, lazily } from "@hub/kit";
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

interface Source extends Pick<SubgraphDatabase, "pool"> {
  /** The same pool; what is asked at one time travels as one statement. */
  readonly reads: Reads;
}

const storesOf = lazily<Source>()({
  division: ({ reads }) => createDivisionStore(reads),
  authority: ({ reads }) => createAuthorityStore(reads),
  school: ({ reads }) => createSchoolStore(reads),
  publishedFigure: ({ pool }) => createPublishedFigureStore(pool),
  dataVersion: ({ pool }) => createDataVersionStore(pool),
});

interface LoaderSource extends Source {
  readonly stores: ReturnType<typeof storesOf>;
}

const loadersOf = lazily<LoaderSource>()({
  county: ({ stores }) => createDivisionLoader(stores.division, "COUNTY"),
  township: ({ stores }) => createDivisionLoader(stores.division, "TOWNSHIP"),
  townships: ({ stores }) => createTownshipsLoader(stores.division),
  authority: ({ stores }) => createAuthorityLoader(stores.authority),
  authoritiesOfCounty: ({ stores }) => createAuthoritiesOfCountyLoader(stores.authority),
  areaFacts: ({ reads }) => createAreaFactsLoader(createAreaProfileStore(reads)),
  fundedOverdueSchools: ({ reads }) => createAreaSchoolsLoader(createAreaSchoolsStore(reads)),
  school: ({ stores }) => createSchoolLoader(stores.school),
  schoolByCode: ({ stores }) => createSchoolByCodeLoader(stores.school),
  schoolStages: ({ reads }) => createSchoolStagesLoader(createSchoolProfileStore(reads)),
  history: ({ reads }) => createSchoolHistoryLoaders(createSchoolHistoryStore(reads)),
  publishedFigure: ({ stores }) => createPublishedFigureLoader(stores.publishedFigure),
  publishedFigures: ({ stores }) => createPublishedFiguresLoader(stores.publishedFigure),
  measures: ({ pool }) => createMeasureLoader("schools", pool, measures),
});

/** Stores and loaders of one request to the schools subgraph. */
export type SchoolsContext = ReturnType<typeof createSchoolsContext>;

export function createSchoolsContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const reads = createJointReads(pool);
  const stores = storesOf({ pool, reads });
  return { viewer, requestId, stores, loaders: loadersOf({ pool, reads, stores }) };
}
