import type { LoadBatch } from "../../load/load-batch.js";
import type { CountyPlan } from "../county-plan.js";
import { activityRows } from "./activities.js";
import { calibrationOf } from "./calibrations/index.js";
import type { CareerInput } from "./career-input.js";
import { inviteGuests } from "./guest-teachers.js";
import { openStaffOffice } from "./hiring.js";
import { honourRows } from "./honours.js";
import { lendTeachers } from "./lendings.js";
import { employOtherStaff } from "./other-staff.js";
import { statedProgrammes } from "./programmes.js";
import { quotaRows } from "./quotas.js";
import { researchRows } from "./research.js";
import { assignmentRows, personRows } from "./staff-rows.js";
import { staffReturnRows } from "./staff-returns.js";
import { planStaffingNeeds } from "./staffing-need.js";
import { assignSubjects } from "./subjects.js";
import { liveTeacherCareers } from "./teacher-careers.js";
import { trainingRows } from "./training.js";
import { teachingUnits } from "./units.js";

const batchSize = 5_000;
const programmeCategories = ["teacher_recruitment", "teacher_training", "teacher_rotation", "honours_research"];

/** Every record of the personnel system of a county, as batches of the personnel database. */
export function* personnelRecords(plan: CountyPlan): Iterable<LoadBatch> {
  const units = teachingUnits(plan);
  const calibration = calibrationOf(plan.code);
  const needs = planStaffingNeeds(plan, units, calibration);
  const input: CareerInput = { plan, units, needs, calibration, office: openStaffOffice(plan, calibration) };
  liveTeacherCareers(input);
  inviteGuests(input);
  employOtherStaff(input);
  lendTeachers(input);
  assignSubjects(input);

  yield* batches("person", personRows(plan, input.office.members));
  yield* batches("assignment", assignmentRows(plan, input.office.members));
  yield* batches("staff_return", staffReturnRows(input));
  yield* batches("staffing_quota", quotaRows(input));
  yield* batches("staff_honour", honourRows(input));
  yield* batches("training_attendance", trainingRows(input));
  yield* batches("research_project", researchRows(input));
  yield* batches("personnel_activity", activityRows(input));
  yield* batches("programme", statedProgrammes(plan, programmeCategories));
}

function* batches(table: string, rows: Iterable<Readonly<Record<string, unknown>>>): Iterable<LoadBatch> {
  let batch: Readonly<Record<string, unknown>>[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === batchSize) {
      yield { owner: "personnel", table, rows: batch };
      batch = [];
    }
  }
  if (batch.length > 0) yield { owner: "personnel", table, rows: batch };
}
