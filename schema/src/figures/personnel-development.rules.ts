import { ratio } from "../indicators/formula.js";
import type { FigureDimensions, FigureRules } from "./figure.js";
import { atTheEnd, computed, counted, take } from "./personnel-rule-parts.js";
import type { Where } from "./stage-filter.js";

const TEACHERS = ["TEACHERS", "NEW_TEACHERS"];

/** Training, in attendances or people of a calendar year. */
export const trainingRules: FigureRules = {
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

/** Research projects and who takes part. */
export const researchRules: FigureRules = {
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

/** Counted activities of the personnel office. */
export const activityRules: FigureRules = {
  online_teaching_research_activities: counted("personnel_activities", { kind: ["ONLINE_RESEARCH_EXCHANGE"] }),
  professional_ability_training_sessions: counted("personnel_activities", { kind: ["ABILITY_TRAINING_SESSION"] }),
  new_teachers_mentored: counted("personnel_activities", { kind: ["NEW_TEACHER_MENTORING"] }),
  lessons_observed_and_commented: counted("personnel_activities", { kind: ["LESSONS_OBSERVED_AND_COMMENTED"] }),
  visiting_city_experts: counted("personnel_activities", { kind: ["VISITING_EXPERTS"] }),
  junior_exam_training_rounds: counted("personnel_activities", { kind: ["EXAM_TRAINING_ROUND"] }),
};
