import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader, lazily } from "@hub/kit";
import { createAreaInspectionLoaders, createSchoolInspectionLoaders } from "./area-profile/inspection-count.loaders.js";
import { createInspectionCountStore } from "./area-profile/inspection-count.store.js";
import { createCountyLoaders } from "./county/county.loaders.js";
import { createCountyStore } from "./county/county.store.js";
import { createFindingLoader, createFindingsOfInspectionLoader } from "./finding/finding.loaders.js";
import { createFindingStore } from "./finding/finding.store.js";
import { createOverdueTasksLoader } from "./funded-overdue/overdue-tasks.loaders.js";
import { createOverdueTasksStore } from "./funded-overdue/overdue-tasks.store.js";
import {
  createInspectionLoader,
  createInspectionPageLoader,
  createInspectionTotalLoader,
} from "./inspection/inspection.loaders.js";
import { createInspectionStore } from "./inspection/inspection.store.js";
import { measures } from "./measure/measures.js";
import {
  createRectificationTaskLoader,
  createTasksOfFindingLoader,
} from "./rectification-task/rectification-task.loaders.js";
import { createRectificationTaskStore } from "./rectification-task/rectification-task.store.js";

type Source = Pick<SubgraphDatabase, "pool">;

const storesOf = lazily<Source>()({
  count: ({ pool }) => createInspectionCountStore(createJointReads(pool)),
  finding: ({ pool }) => createFindingStore(pool),
  inspection: ({ pool }) => createInspectionStore(pool),
  task: ({ pool }) => createRectificationTaskStore(pool),
  dataVersion: ({ pool }) => createDataVersionStore(pool),
});

interface LoaderSource extends Source {
  readonly stores: ReturnType<typeof storesOf>;
}

const loadersOf = lazily<LoaderSource>()({
  areas: ({ stores }) => createAreaInspectionLoaders(stores.count),
  schools: ({ stores }) => createSchoolInspectionLoaders(stores.count),
  inspection: ({ stores }) => createInspectionLoader(stores.inspection),
  inspectionPage: ({ stores }) => createInspectionPageLoader(stores.inspection),
  inspectionTotal: ({ stores }) => createInspectionTotalLoader(stores.inspection),
  finding: ({ stores }) => createFindingLoader(stores.finding),
  findingsOfInspection: ({ stores }) => createFindingsOfInspectionLoader(stores.finding),
  task: ({ stores }) => createRectificationTaskLoader(stores.task),
  tasksOfFinding: ({ stores }) => createTasksOfFindingLoader(stores.task),
  overdueTasks: ({ pool }) => createOverdueTasksLoader(createOverdueTasksStore(pool)),
  county: ({ pool }) => createCountyLoaders(createCountyStore(pool)),
  measures: ({ pool }) => createMeasureLoader("inspection", pool, measures),
});

/** Stores and loaders of one request to the inspection subgraph. */
export type InspectionContext = ReturnType<typeof createInspectionContext>;

export function createInspectionContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const stores = storesOf({ pool });
  return { viewer, requestId, stores, loaders: loadersOf({ pool, stores }) };
}
