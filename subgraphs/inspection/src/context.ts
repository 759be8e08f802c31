import type { SubgraphDatabase, SubgraphRequestInfo } from "@hub/kit";
import { createDataVersionStore, createJointReads, createMeasureLoader } from "@hub/kit";
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

/** Stores and loaders of one request to the inspection subgraph. */
export type InspectionContext = ReturnType<typeof createInspectionContext>;

export function createInspectionContext({ viewer, requestId }: SubgraphRequestInfo, { pool }: SubgraphDatabase) {
  const counts = createInspectionCountStore(createJointReads(pool));
  const findings = createFindingStore(pool);
  const stores = {
    inspection: createInspectionStore(pool),
    task: createRectificationTaskStore(pool),
    dataVersion: createDataVersionStore(pool),
  };
  const loaders = {
    ...createAreaInspectionLoaders(counts),
    ...createSchoolInspectionLoaders(counts),
    inspection: createInspectionLoader(stores.inspection),
    inspectionPage: createInspectionPageLoader(stores.inspection),
    inspectionTotal: createInspectionTotalLoader(stores.inspection),
    finding: createFindingLoader(findings),
    findingsOfInspection: createFindingsOfInspectionLoader(findings),
    task: createRectificationTaskLoader(stores.task),
    tasksOfFinding: createTasksOfFindingLoader(stores.task),
    overdueTasks: createOverdueTasksLoader(createOverdueTasksStore(pool)),
    county: createCountyLoaders(createCountyStore(pool)),
    measures: createMeasureLoader("inspection", pool, measures),
  };
  return { viewer, requestId, stores, loaders };
}
