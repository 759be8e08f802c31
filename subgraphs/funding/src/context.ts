import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader } from "@hub/kit";
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

/** Stores and loaders of one request to the funding subgraph. */
export type FundingContext = ReturnType<typeof createFundingContext>;

export function createFundingContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const spending = createSpendingStore(createJointReads(pool));
  const projects = createProjectStore(pool);
  const payments = createPaymentStore(pool, viewer);
  const stores = { dataVersion: createDataVersionStore(pool) };
  const loaders = {
    areaSpending: createAreaSpendingLoader(spending),
    schoolSpending: createSchoolSpendingLoader(spending),
    schoolSources: createSchoolSourcesLoader(spending),
    schoolAllocations: createSchoolAllocationsLoader(createSchoolAllocationStore(pool)),
    schoolPayments: createSchoolPaymentsLoader(createSchoolPaymentsStore(pool)),
    project: createProjectLoader(projects),
    projectPage: createProjectPageLoader(projects),
    projectCount: createProjectCountLoader(projects),
    projectDetails: createProjectDetailLoaders(projects, createProjectDetailStore(pool)),
    paymentPage: createPaymentPageLoader(payments),
    paymentCount: createPaymentCountLoader(payments),
    county: createCountyLoaders(createCountyStore(pool)),
    measures: createMeasureLoader("funding", pool, measures),
  };
  return { viewer, requestId, stores, loaders };
}
