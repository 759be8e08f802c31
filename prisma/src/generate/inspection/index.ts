import type { LoadBatch } from "../../load/load-batch.js";
import type { CountyPlan } from "../county-plan.js";
import { statedProgrammes } from "../personnel/programmes.js";
import { complaintRows } from "./complaints.js";
import { schoolVisits } from "./school-visits.js";
import { countedFindings, countedInspections, inspectionActivities, institutionEvents } from "./stated-records.js";

type Row = Readonly<Record<string, unknown>>;

const batchSize = 5_000;

/** Every record of the inspection system of a county, as batches of the inspection database. */
export function* inspectionRecords(plan: CountyPlan): Iterable<LoadBatch> {
  const visits = [...schoolVisits(plan)];
  const counted = [...countedFindings(plan)];
  yield* batches("inspection", [...visits.map(({ inspection }) => inspection), ...countedInspections(plan)]);
  yield* batches("finding", [...visits.flatMap(({ findings }) => findings), ...counted.map(({ finding }) => finding)]);
  yield* batches("rectification_task", [...visits.flatMap(({ tasks }) => tasks), ...counted.map(({ task }) => task)]);
  yield* batches("institution_event", [...institutionEvents(plan)]);
  yield* batches("complaint", [...complaintRows(plan)]);
  yield* batches("inspection_activity", [...inspectionActivities(plan)]);
  yield* batches("programme", statedProgrammes(plan, ["inspection", "reform"]));
}

function* batches(table: string, rows: readonly Row[]): Iterable<LoadBatch> {
  for (let start = 0; start < rows.length; start += batchSize) {
    yield { owner: "inspection", table, rows: rows.slice(start, start + batchSize) };
  }
}
