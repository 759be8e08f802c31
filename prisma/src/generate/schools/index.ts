import type { LoadBatch } from "../../load/load-batch.js";
import type { RegisterPlan } from "../plan/index.js";

/** The records of the schools database for a county. */
export function* schoolsRecords(_plan: RegisterPlan): Generator<LoadBatch> {}
