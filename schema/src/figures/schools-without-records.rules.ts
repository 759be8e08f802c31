import type { FigureRules } from "./figure.js";
import { notComputable } from "./schools-rule-parts.js";

const bureauWork = notComputable(
  "Work of the bureau itself: meetings, publications and campaigns are in no system behind the hub.",
  "属教育局自身工作（会议、宣传、活动），枢纽所接系统均无此类记录。",
);
const oneCase = notComputable(
  "States a grade, a month or a year of one case; there is nothing to count.",
  "为单个事项的等级、月份或年份，无可计数的记录。",
);
const rank = notComputable("A rank needs the results of the other counties.", "排名须有其他县区的数据，本枢纽不具备。");
const singleStudents = notComputable(
  "The hub keeps counts of students, never the results or the destination of a single one.",
  "枢纽只保存学生人数，不保存学生个人的成绩与去向。",
);
const health = notComputable("Vaccinations are kept by the health authority.", "疫苗接种记录由卫生健康部门保存。");
const sports = notComputable(
  "Public sports facilities outside schools are in no system behind the hub.",
  "校外公共体育设施不在枢纽所接系统中。",
);
const closure = notComputable(
  "No system recorded who studied from home while schools were closed; enrolment is only an upper bound.",
  "停课期间线上学习情况未入系统，在校生数只是其上限。",
);

/** Figures no record behind the hub can reproduce, each with its reason. */
export const withoutRecordsRules: FigureRules = {
  party_study_sessions: bureauWork,
  theory_centre_group_sessions: bureauWork,
  party_training_observation_sessions: bureauWork,
  grassroots_thematic_study_sessions: bureauWork,
  publicity_lectures: bureauWork,
  special_meetings: bureauWork,
  thematic_survey_rounds: bureauWork,
  key_measures_implemented: bureauWork,
  practical_problems_solved: bureauWork,
  covid_notices_published: bureauWork,
  covid_information_items: bureauWork,
  covid_publicity_cards: bureauWork,
  covid_wechat_forwards: bureauWork,
  covid_notices_posted: bureauWork,
  covid_phone_followups: bureauWork,
  media_reports_published: bureauWork,
  tv_news_items: bureauWork,
  poverty_reports_adopted: bureauWork,
  party_study_topics: bureauWork,
  party_study_materials: bureauWork,
  integrity_target_groups: bureauWork,
  integrity_key_tasks: bureauWork,
  integrity_offices: bureauWork,
  integrity_reports_submitted: bureauWork,
  homework_improvement_aspects: bureauWork,
  registered_poor_pupils_records_corrected: notComputable(
    "Corrections of single pupils' entries are not kept; the hub has counts only.",
    "学生个人信息的更改不留存，枢纽只有人数。",
  ),
  young_pioneers_city_commended: singleStudents,
  naerhong_yanbian_admissions: singleStudents,
  naerhong_yanbian_score: singleStudents,
  bachelor_admissions_historic_rank: notComputable(
    "A rank over all earlier years needs admissions from before the records begin.",
    "历年位次须有本记录起始之前的录取数据。",
  ),
  gaokao_city_rank: rank,
  gaokao_counties_compared: rank,
  integrity_reports_county_rank: rank,
  integrity_work_county_tier: rank,
  basic_balance_accreditation_year: oneCase,
  provincial_teaching_result_prize_grade: oneCase,
  research_pilot_zone_honour_year: oneCase,
  micro_party_lesson_prize_grade: oneCase,
  gucheng_primary_opening_month: oneCase,
  fitness_paths: sports,
  fitness_path_pieces: sports,
  basketball_stands: sports,
  outdoor_table_tennis_tables: sports,
  cage_football_pitches: sports,
  staff_vaccination_rate: health,
  pupil_vaccination_rate: health,
  pupils_studying_online: closure,
  pupils_without_device_helped: closure,
};
