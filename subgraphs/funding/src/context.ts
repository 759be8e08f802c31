import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader, lazily } from "@hub/kit";
import { createCountyLoaders } from "./county/county.loaders.js";
import { createCountyStore } from "./county/county.store.js";
import { createSchoolPaymentsLoader } from "./funded-overdue/school-payments.loaders.js";
import { createSchoolPaymentsStore } from "./funded-overdue/school-payments.store.js";
import { measures } from "./measure/measures.js";
import { createPaymentCountLoader, createPaymentPageLoader } from "./payment/payment.loaders.js";
import { createPaymentStore } from "./payment/payment.store.js";
import { createProjectDetailStore } from "./project/project-detail.store.js";
import {
  createProjectCountLoader,
  createProjectDetailLoaders,
  createProjectLoader,
  createProjectPageLoader,
} from "./project/project.loaders.js";
import { createProjectStore } from "./project/project.store.js";
import { createSchoolAllocationStore } from "./school/school-allocation.store.js";
import { createSchoolAllocationsLoader } from "./school/school.loaders.js";
import {
  createAreaSpendingLoader,
  createSchoolSourcesLoader,
  createSchoolSpendingLoader,
} from "./area-profile/spending.loaders.js";
import { createSpendingStore } from "./area-profile/spending.store.js";

interface Source extends Pick<SubgraphDatabase, "pool">, Pick<SubgraphRequestInfo, "viewer"> {}

const storesOf = lazily<Source>()({
  spending: ({ pool }) => createSpendingStore(createJointReads(pool)),
  project: ({ pool }) => createProjectStore(pool),
  payment: ({ pool, viewer }) => createPaymentStore(pool, viewer),
  dataVersion: ({ pool }) => createDataVersionStore(pool),
});

interface LoaderSource extends Source {
  readonly stores: ReturnType<typeof storesOf>;
}

const loadersOf = lazily<LoaderSource>()({
  areaSpending: ({ stores }) => createAreaSpendingLoader(stores.spending),
  schoolSpending: ({ stores }) => createSchoolSpendingLoader(stores.spending),
  schoolSources: ({ stores }) => createSchoolSourcesLoader(stores.spending),
  schoolAllocations: ({ pool }) => createSchoolAllocationsLoader(createSchoolAllocationStore(pool)),
  schoolPayments: ({ pool }) => createSchoolPaymentsLoader(createSchoolPaymentsStore(pool)),
  project: ({ stores }) => createProjectLoader(stores.project),
  projectPage: ({ stores }) => createProjectPageLoader(stores.project),
  projectCount: ({ stores }) => createProjectCountLoader(stores.project),
  projectDetails: ({ pool, stores }) => createProjectDetailLoaders(stores.project, createProjectDetailStore(pool)),
  paymentPage: ({ stores }) => createPaymentPageLoader(stores.payment),
  paymentCount: ({ stores }) => createPaymentCountLoader(stores.payment),
  county: ({ pool }) => createCountyLoaders(createCountyStore(pool)),
  measures: ({ pool }) => createMeasureLoader("funding", pool, measures),
});

/** Stores and loaders of one request to the funding subgraph. */
export type FundingContext = ReturnType<typeof createFundingContext>;

export function createFundingContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const stores = storesOf({ pool, viewer });
  return { viewer, requestId, stores, loaders: loadersOf({ pool, viewer, stores }) };
}
