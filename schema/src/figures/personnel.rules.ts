import type { FigureRule, FigureRules } from "./figure.js";
import { activityRules, researchRules, trainingRules } from "./personnel-development.rules.js";
import { honourRules, movementRules, recruitmentRules, staffRules } from "./personnel-staff.rules.js";

/** Figures no record can answer, by why. */
const notRecorded = (en: string, zh: string) => (): FigureRule => ({ kind: "not-computable", reason: { en, zh } });

const edition = notRecorded(
  "The ordinal number of an event, not a count of records.",
  "届次为序号，并非记录可计的数。",
);
const listOfAPlan = notRecorded(
  "Counts the headings of a plan; no record stands behind them.",
  "为计划所列类别数，无对应记录。",
);
const deadline = notRecorded("A date a plan sets, not a count of records.", "为计划所定期限，并非记录可计的数。");
const beyondTheRecords = notRecorded(
  "A goal for years up to 2025; the records end with 2023.",
  "为截至2025年的目标，记录止于2023年。",
);

const unrecordedRules: FigureRules = {
  master_teacher_lecture_edition: edition,
  teachers_day_commendation_edition: edition,
  staff_teams_to_strengthen: listOfAPlan,
  pairing_relation_types: listOfAPlan,
  reform_plan_staff_teams: listOfAPlan,
  reform_plan_annexes: listOfAPlan,
  party_staff_teams: listOfAPlan,
  training_tasks: listOfAPlan,
  principal_responsibility_reform_deadline: deadline,
  continuing_education_hours: beyondTheRecords,
  continuing_education_years: beyondTheRecords,
  ict_training_hours: beyondTheRecords,
};

/** How published figures are computed from the records of the personnel subgraph. */
export const personnelRules: FigureRules = {
  ...recruitmentRules,
  ...movementRules,
  ...staffRules,
  ...honourRules,
  ...trainingRules,
  ...researchRules,
  ...activityRules,
  ...unrecordedRules,
};
