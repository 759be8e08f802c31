import type { LoadBatch } from "../../load/load-batch.js";
import type { RegisterPlan } from "../plan/index.js";
import { authorityRows, schoolAuthorityRow } from "./authorities.js";
import { batchesOf } from "./batch.js";
import { conditionRows } from "./conditions.js";
import { divisionRows } from "./divisions.js";
import { documentRows, figureRows, statementRows } from "./documents.js";
import { eventRows } from "./events.js";
import { identifierRows } from "./identifiers.js";
import { outcomeRows } from "./outcomes.js";
import { populationRows } from "./populations.js";
import { classRows, returnRows } from "./returns.js";
import { schoolDivisionRows, schoolNameRows, schoolRow, schoolSuccessionRow } from "./schools.js";
import { groupRows } from "./student-groups.js";

/** Every record of a county for the schools database. */
export function* schoolsRecords(plan: RegisterPlan): Generator<LoadBatch> {
  const { schools } = plan;
  yield* batchesOf("source_document", documentRows(plan));
  yield* batchesOf("division", divisionRows(plan));
  yield* batchesOf("authority", authorityRows(plan));
  yield* batchesOf(
    "school",
    schools.map((school) => schoolRow(plan, school)),
  );
  yield* batchesOf(
    "school_name",
    schools.flatMap((school) => [...schoolNameRows(plan, school)]),
  );
  yield* batchesOf(
    "school_identifier",
    schools.flatMap((school, index) => [...identifierRows(plan, school, index)]),
  );
  yield* batchesOf(
    "school_division",
    schools.flatMap((school) => [...schoolDivisionRows(school)]),
  );
  yield* batchesOf(
    "school_authority",
    schools.map((school) => schoolAuthorityRow(plan, school)),
  );
  yield* batchesOf(
    "school_succession",
    schools.filter(({ successorId }) => successorId !== null).map(schoolSuccessionRow),
  );
  yield* batchesOf("school_event", eventRows(plan));
  yield* batchesOf("school_return", returnRows(plan));
  yield* batchesOf("class_group", classRows(plan));
  yield* batchesOf("enrolment_group", groupRows(plan));
  yield* batchesOf("student_outcome", outcomeRows(plan));
  yield* batchesOf("school_condition", conditionRows(plan));
  yield* batchesOf("population", populationRows(plan));
  yield* batchesOf("published_figure", figureRows(plan));
  yield* batchesOf("school_statement", statementRows(plan));
}
