import type { LoadBatch } from "../load/load-batch.js";
import { fundingRecords } from "./funding/index.js";
import { inspectionRecords } from "./inspection/index.js";
import { personnelRecords } from "./personnel/index.js";
import type { RegisterPlan } from "./plan/index.js";
import { schoolsRecords } from "./schools/index.js";

export { datasetDigest } from "./dataset-digest.js";
export type { CountyPlan, OwnershipName, PlannedSchool, StageName } from "./county-plan.js";
export { planCounties, planCounty } from "./plan/index.js";
export type { CountiesOptions, RegisterPlan, RegisterSchool } from "./plan/index.js";

/** Every record of a county for all four databases, in an order that loads; bounded memory. */
export function* countyRecords(plan: RegisterPlan): Generator<LoadBatch> {
  yield* schoolsRecords(plan);
  yield* personnelRecords(plan);
  yield* fundingRecords(plan);
  yield* inspectionRecords(plan);
}
