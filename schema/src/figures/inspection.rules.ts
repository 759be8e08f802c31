import { input, ratio, type Formula } from "../indicators/formula.js";
import type { FigureRule, FigureRules, MeasureQuery } from "./figure.js";
import type { Where } from "./stage-filter.js";

const take = (measure: string, where: Where): Formula<MeasureQuery> => input({ owner: "inspection", measure, where });

const counted = (measure: string, where: Where) => (): FigureRule => ({
  kind: "computed",
  formula: take(measure, where),
});

const activity = (kind: string, more: Where = {}) => counted("inspection_activities", { kind: [kind], ...more });

/** So many percent of what was assessed. */
const share = (held: string, assessed: string) => (): FigureRule => ({
  kind: "computed",
  formula: ratio(take("inspection_activities", { kind: [held] }), take("inspection_activities", { kind: [assessed] }), {
    per: 100,
  }),
});

const institutions = (kind: string, institutionKind: string) =>
  counted("institution_events", { kind: [kind], institution_kind: [institutionKind] });

const complaints = (channel: string) => counted("complaints_received", { channel: [channel] });

const recordRules: FigureRules = {
  rectification_measures: counted("rectification_tasks", { item: ["PARTY_BUILDING"] }),
  provincial_three_supervisions: counted("inspections", { kind: ["PROVINCIAL"] }),
  public_sports_sites_inspected: counted("inspections", { kind: ["SPORTS_SITE"] }),
  unlicensed_kindergartens_closed: institutions("CLOSED", "KINDERGARTEN"),
  kindergartens_rectified: institutions("RECTIFIED", "KINDERGARTEN"),
  kindergartens_newly_approved: institutions("APPROVED", "KINDERGARTEN"),
  private_tutoring_institutions_approved: institutions("APPROVED", "TUTORING"),
  training_institutions_registered: institutions("REGISTERED", "TRAINING"),
  petitions_resolved: counted("complaint_people_settled", { channel: ["PETITION_OFFICE", "VISIT"] }),
  online_messages_handled: complaints("ONLINE_MESSAGE"),
  hotline_12345_cases: complaints("HOTLINE_12345"),
  petition_office_referrals: complaints("PETITION_OFFICE"),
};

const activityRules: FigureRules = {
  anti_crime_publicity_activities: activity("ANTI_CRIME_PUBLICITY"),
  anti_crime_original_works: activity("ANTI_CRIME_ORIGINAL_WORK"),
  anti_crime_leaflets: activity("ANTI_CRIME_LEAFLETS"),
  lessons_observed: activity("LESSONS_OBSERVED"),
  lesson_plans_guided: activity("LESSON_PLANS_GUIDED"),
  homework_books_checked: activity("HOMEWORK_CHECKED"),
  dropout_control_work_groups: activity("DROPOUT_CONTROL_GROUP"),
  dropout_control_field_visits: activity("DROPOUT_CONTROL_VISIT"),
  hd_cameras_added: activity("HD_CAMERAS_ADDED", { stage: ["PRIMARY", "JUNIOR"] }),
  surveillance_hd_rate: share("HD_CAMERAS_IN_USE", "CAMERAS_IN_USE"),
  safe_campus_coverage: share("SAFE_CAMPUS_HELD", "SAFE_CAMPUS_ASSESSED"),
  legal_education_bases: activity("LEGAL_EDUCATION_BASE"),
  legal_resource_classrooms: activity("LEGAL_RESOURCE_CLASSROOM"),
  seedling_protection_stations: activity("SEEDLING_PROTECTION_STATION"),
  legal_vice_principals: activity("LEGAL_VICE_PRINCIPAL_APPOINTED"),
  disabled_children_assessments_per_year: activity("DISABILITY_ASSESSMENT"),
};

/** Figures no record can answer, by why. */
const notRecorded = (en: string, zh: string) => (): FigureRule => ({ kind: "not-computable", reason: { en, zh } });

const label = notRecorded(
  "Names a year or a round; it is not a count of records.",
  "为年份或轮次名称，并非记录可计的数。",
);
const listOfAPlan = notRecorded(
  "Counts the headings of a plan; no record stands behind them.",
  "为计划所列事项数，无对应记录。",
);
const paperwork = notRecorded(
  "Documents, meetings and checks of the county offices are in none of the systems.",
  "县级机关的文件、会议和检查未纳入任何系统。",
);
const campaign = notRecorded(
  "The length or goal of a campaign, not a count of records.",
  "为专项行动的期限或目标，并非记录可计的数。",
);

const unrecordedRules: FigureRules = {
  school_bus_safety_honour_years: label,
  county_safety_honour_year: label,
  supervision_316_round: label,
  supervision_linkage_levels: listOfAPlan,
  code_checks_types: listOfAPlan,
  three_100_percent_safety_items: listOfAPlan,
  three_100_percent_safety_level: campaign,
  safety_rectification_campaign_years: campaign,
  documents_meetings_reduction: paperwork,
  inspections_assessments_reduction: paperwork,
};

/** How published figures are computed from the records of the inspection subgraph. */
export const inspectionRules: FigureRules = { ...recordRules, ...activityRules, ...unrecordedRules };
