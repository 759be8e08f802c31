import { input, ratio, type Formula } from "../indicators/formula.js";
import type { FigureDimensions, FigureRule, FigureRules, MeasureQuery } from "./figure.js";

type Where = NonNullable<MeasureQuery["where"]>;
type Years = NonNullable<MeasureQuery["years"]>;

const take = (measure: string, where: Where = {}, years?: Years): Formula<MeasureQuery> =>
  input({ owner: "personnel", measure, where, ...(years === undefined ? {} : { years }) });

const computed = (formula: Formula<MeasureQuery>): FigureRule => ({ kind: "computed", formula });

/** A figure that is one measure. */
const counted =
  (measure: string, where: Where = {}) =>
  (): FigureRule =>
    computed(take(measure, where));

/** The census a figure's period ends with: for what is held at its end, like the number of teachers. */
const atTheEnd = ({ yearTo }: FigureDimensions): Years => [yearTo, yearTo];

/** Channels through which a county recruits teachers to stay, and among them those that lead to a permanent post at once. */
const PERMANENT_CHANNELS = ["OPEN", "TALENT", "FREE_NORMAL", "MASTER_PLAN"];
const RECRUITMENT_CHANNELS = [...PERMANENT_CHANNELS, "SPECIAL_POST", "THREE_SUPPORTS"];

const stages: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["PRESCHOOL"],
  primary: ["PRIMARY"],
  junior: ["JUNIOR"],
  nine_year: ["PRIMARY", "JUNIOR"],
  senior: ["SENIOR_GENERAL"],
  vocational: ["SENIOR_VOCATIONAL"],
  special: ["SPECIAL"],
};

/** Filters by the document's word for the stage; "all" filters nothing. */
const stageOf = ({ statedStage }: FigureDimensions): Where => {
  const stage = stages[statedStage];
  return stage === undefined ? {} : { stage };
};

const recruited =
  (channel: readonly string[], more: Where = {}) =>
  (figure: FigureDimensions): FigureRule =>
    computed(take("people_hired", { role: ["TEACHER"], channel, ...stageOf(figure), ...more }));

const recruitmentRules: FigureRules = {
  teachers_recruited: recruited(RECRUITMENT_CHANNELS),
  teachers_recruited_established_posts: recruited(PERMANENT_CHANNELS),
  teachers_recruited_open: recruited(["OPEN"]),
  teachers_recruited_three_supports: recruited(["THREE_SUPPORTS"]),
  teachers_recruited_to_rural_schools: recruited(RECRUITMENT_CHANNELS, { to_rural: ["true"] }),
  teachers_added_senior: recruited(RECRUITMENT_CHANNELS),
  kindergarten_teachers_to_recruit: recruited(RECRUITMENT_CHANNELS),
  silver_age_teachers: recruited(["SILVER_AGE"]),
  three_areas_support_teachers: recruited(["THREE_AREAS"]),
  school_guards_recruited: counted("people_hired", { role: ["GUARD"] }),
};

const movementRules: FigureRules = {
  teachers_rotated: counted("people_posted", { kind: ["ROTATION"] }),
  support_teaching_teachers: counted("people_posted", { kind: ["SUPPORT_TEACHING"] }),
  support_teaching_batches: counted("personnel_activities", { kind: ["SUPPORT_TEACHING_BATCH"] }),
  urban_teachers_transferred_to_rural: counted("people_posted", { kind: ["TRANSFER"] }),
  teacher_rotation_share: () =>
    computed(ratio(take("people_posted", { kind: ["ROTATION"] }), take("urban_or_backbone_teachers"), { per: 100 })),
};

/** Students on the census, from the school register. */
const students = (where: Where): Formula<MeasureQuery> => input({ owner: "schools", measure: "students", where });

const staffRules: FigureRules = {
  teacher_student_ratio: (figure) => computed(ratio(students(stageOf(figure)), take("teachers", stageOf(figure)))),
  teacher_average_age: (figure) =>
    computed(ratio(take("teacher_ages", stageOf(figure)), take("teachers", stageOf(figure)))),
  mismatched_teachers: (figure) => computed(take("mismatched_teachers", stageOf(figure))),
  mismatched_teachers_share: (figure) =>
    computed(ratio(take("mismatched_teachers", stageOf(figure)), take("teachers", stageOf(figure)))),
  ideology_teachers: counted("subject_teachers", { subject: ["IDEOLOGY", "MORALITY_AND_LAW"] }),
  psychology_teachers_per_school: counted("fewest_psychology_teachers"),
};

const BACKBONE = ["BACKBONE", "SUBJECT_LEADER"];

const honourRules: FigureRules = {
  provincial_backbone_teachers: counted("people_honoured", { kind: ["BACKBONE"], level: ["PROVINCE"] }),
  county_master_teachers: counted("people_honoured", { kind: ["MASTER"], level: ["COUNTY"] }),
  backbone_teachers_all_levels: counted("people_honoured", { kind: BACKBONE }),
  provincial_city_backbone_share: (figure) =>
    computed(
      ratio(
        take("people_honoured", { kind: BACKBONE, level: ["PROVINCE", "CITY"] }),
        take("teachers", stageOf(figure), atTheEnd(figure)),
        { per: 100 },
      ),
    ),
  teachers_city_teaching_awards: counted("people_honoured", { kind: ["CONTEST_AWARD"], level: ["CITY"] }),
  teachers_commended: counted("people_honoured", { kind: ["COMMENDATION"] }),
  teachers_elected_good_persons: counted("people_honoured", { kind: ["GOOD_PERSON"] }),
  teachers_good_persons_candidates: counted("people_honoured", { kind: ["GOOD_PERSON_CANDIDATE"] }),
  young_pioneer_counsellors_city_commended: counted("people_honoured", {
    kind: ["YOUNG_PIONEER_COUNSELLOR"],
    level: ["CITY"],
  }),
  homework_design_award_teachers: counted("people_honoured", { kind: ["HOMEWORK_DESIGN_AWARD"] }),
};

const TEACHERS = ["TEACHERS", "NEW_TEACHERS"];

const trainingRules: FigureRules = {
  training_national_provincial_city: counted("training_attendances", { level: ["NATIONAL", "PROVINCE", "CITY"] }),
  training_county: counted("training_attendances", { level: ["COUNTY"] }),
  training_principals: counted("training_attendances", { audience: ["PRINCIPALS"] }),
  training_teachers: counted("training_attendances", { audience: TEACHERS }),
  new_teachers_trained: counted("training_attendances", { audience: ["NEW_TEACHERS"] }),
  principal_qualification_trainees: counted("training_people", { programme: ["PRINCIPAL_QUALIFICATION"] }),
  teacher_ict_training_projects: counted("training_courses", { programme: ["ICT_ABILITY_2"] }),
  teacher_ict_training_enrolments: counted("training_attendances", { programme: ["ICT_ABILITY_2"] }),
  junior_teachers_exam_training: counted("training_people", { programme: ["JUNIOR_EXAM"] }),
  teachers_at_changzhi_lectures: counted("training_people", { programme: ["CHANGZHI_LECTURES"] }),
  national_training_participants: counted("training_people", { level: ["NATIONAL"] }),
  national_provincial_training_rate: (figure) =>
    computed(
      ratio(
        take("training_people", { programme: ["NATIONAL_PROVINCE_ROTA"] }),
        take("teachers", {}, atTheEnd(figure)),
        { per: 100 },
      ),
    ),
};

/** Small school topics are what "teachers in research" counts: a teacher takes part in one a year. */
const SCHOOL_TOPICS: Where = { kind: ["SCHOOL_TOPIC"] };

/** A total over several years is of teachers, not of participations: the last year's stands for it. */
const teachersInResearch = (figure: FigureDimensions) => take("research_participants", SCHOOL_TOPICS, atTheEnd(figure));

const researchRules: FigureRules = {
  school_research_projects: counted("research_projects", SCHOOL_TOPICS),
  county_level_excellent_results: counted("research_projects", { ...SCHOOL_TOPICS, result: ["COUNTY_EXCELLENT"] }),
  city_level_excellent_results: counted("research_projects", { ...SCHOOL_TOPICS, result: ["CITY_EXCELLENT"] }),
  provincial_city_research_projects: counted("research_projects", { kind: ["TOPIC"], level: ["PROVINCE", "CITY"] }),
  city_education_research_projects: counted("research_projects", { kind: ["CITY_EDUCATION_TOPIC"] }),
  ethics_subtopics: counted("research_projects", { kind: ["ETHICS_SUBTOPIC"] }),
  teachers_in_research: (figure) => computed(teachersInResearch(figure)),
  teachers_in_research_share: (figure) =>
    computed(ratio(teachersInResearch(figure), take("teachers", {}, atTheEnd(figure)), { per: 100 })),
};

const activityRules: FigureRules = {
  online_teaching_research_activities: counted("personnel_activities", { kind: ["ONLINE_RESEARCH_EXCHANGE"] }),
  professional_ability_training_sessions: counted("personnel_activities", { kind: ["ABILITY_TRAINING_SESSION"] }),
  new_teachers_mentored: counted("personnel_activities", { kind: ["NEW_TEACHER_MENTORING"] }),
  lessons_observed_and_commented: counted("personnel_activities", { kind: ["LESSONS_OBSERVED_AND_COMMENTED"] }),
  visiting_city_experts: counted("personnel_activities", { kind: ["VISITING_EXPERTS"] }),
  junior_exam_training_rounds: counted("personnel_activities", { kind: ["EXAM_TRAINING_ROUND"] }),
};

/** Figures no record can answer, by why. */
const notRecorded = (en: string, zh: string) => (): FigureRule => ({ kind: "not-computable", reason: { en, zh } });

const edition = notRecorded("The ordinal number of an event, not a count of records.", "届次为序号,并非记录可计的数。");
const listOfAPlan = notRecorded(
  "Counts the headings of a plan; no record stands behind them.",
  "为计划所列类别数,无对应记录。",
);
const deadline = notRecorded("A date a plan sets, not a count of records.", "为计划所定期限,并非记录可计的数。");
const beyondTheRecords = notRecorded(
  "A goal for years up to 2025; the records end with 2023.",
  "为截至2025年的目标,记录止于2023年。",
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
