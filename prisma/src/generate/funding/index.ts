import type { LoadBatch } from "../../load/load-batch.js";
import type { CountyPlan } from "../county-plan.js";
import { allocations } from "./allocations.js";
import { countyProjects } from "./county-projects.js";
import { financeReturns } from "./finance-returns.js";
import { programmePayments } from "./programme-payments.js";
import { programmes } from "./programmes.js";
import { procurementLines, projectPayments, projectSchools } from "./project-records.js";
import { runningCosts, runningPayments } from "./running-costs.js";

const batchSize = 5_000;

/** Every record of the funding system of a county, as batches of the funding database. */
export function* fundingRecords(plan: CountyPlan): Iterable<LoadBatch> {
  const projects = countyProjects(plan);
  yield* batches(
    "project",
    projects.map(({ row }) => row),
  );
  yield* batches("project_school", projects.flatMap(projectSchools));
  yield* batches("procurement_line", projects.flatMap(procurementLines));
  yield* batches(
    "payment",
    projects.flatMap((project) => projectPayments(plan, project)),
  );
  yield* batches("payment", programmePayments(plan));
  yield* batches("programme", programmes(plan));

  const costs = plan.years.flatMap((year) => runningCosts(plan, year));
  yield* batches("payment", runningPayments(costs, plan.code));
  yield* batches("allocation", allocations(plan, costs));
  yield* batches("finance_return", financeReturns(plan, costs));
}

function* batches(table: string, rows: readonly object[]): Iterable<LoadBatch> {
  for (let start = 0; start < rows.length; start += batchSize) {
    yield { owner: "funding", table, rows: rows.slice(start, start + batchSize) as LoadBatch["rows"] };
  }
}
