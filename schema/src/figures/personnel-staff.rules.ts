import { input, ratio, type Formula } from "../indicators/formula.js";
import type { FigureDimensions, FigureRule, FigureRules, MeasureQuery } from "./figure.js";
import { atTheEnd, computed, counted, take } from "./personnel-rule-parts.js";
import { ofStage, type Where } from "./stage-filter.js";

/** Channels through which a county recruits teachers to stay, and among them those that lead to a permanent post at once. */
const PERMANENT_CHANNELS = ["OPEN", "TALENT", "FREE_NORMAL", "MASTER_PLAN"];
const RECRUITMENT_CHANNELS = [...PERMANENT_CHANNELS, "SPECIAL_POST", "THREE_SUPPORTS"];

const recruited =
  (channel: readonly string[], more: Where = {}) =>
  (figure: FigureDimensions): FigureRule =>
    computed(take("people_hired", { role: ["TEACHER"], channel, ...ofStage(figure), ...more }));

/** Who was hired, by the year of hiring. */
export const recruitmentRules: FigureRules = {
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

/** Who was lent or transferred, by the year it began. */
export const movementRules: FigureRules = {
  teachers_rotated: counted("people_posted", { kind: ["ROTATION"] }),
  support_teaching_teachers: counted("people_posted", { kind: ["SUPPORT_TEACHING"] }),
  support_teaching_batches: counted("personnel_activities", { kind: ["SUPPORT_TEACHING_BATCH"] }),
  urban_teachers_transferred_to_rural: counted("people_posted", { kind: ["TRANSFER"] }),
  teacher_rotation_share: () =>
    computed(ratio(take("people_posted", { kind: ["ROTATION"] }), take("urban_or_backbone_teachers"), { per: 100 })),
};

/** Students on the census, from the school register. */
const students = (where: Where): Formula<MeasureQuery> => input({ owner: "schools", measure: "students", where });

/** Who teaches on the census. */
export const staffRules: FigureRules = {
  teacher_student_ratio: (figure) => computed(ratio(students(ofStage(figure)), take("teachers", ofStage(figure)))),
  teacher_average_age: (figure) =>
    computed(ratio(take("teacher_ages", ofStage(figure)), take("teachers", ofStage(figure)))),
  mismatched_teachers: (figure) => computed(take("mismatched_teachers", ofStage(figure))),
  mismatched_teachers_share: (figure) =>
    computed(ratio(take("mismatched_teachers", ofStage(figure)), take("teachers", ofStage(figure)))),
  ideology_teachers: counted("subject_teachers", { subject: ["IDEOLOGY", "MORALITY_AND_LAW"] }),
  psychology_teachers_per_school: counted("fewest_psychology_teachers"),
};

const BACKBONE = ["BACKBONE", "SUBJECT_LEADER"];

/** Who was honoured, by the year of the grant. */
export const honourRules: FigureRules = {
  provincial_backbone_teachers: counted("people_honoured", { kind: ["BACKBONE"], level: ["PROVINCE"] }),
  county_master_teachers: counted("people_honoured", { kind: ["MASTER"], level: ["COUNTY"] }),
  backbone_teachers_all_levels: counted("people_honoured", { kind: BACKBONE }),
  provincial_city_backbone_share: (figure) =>
    computed(
      ratio(
        take("people_honoured", { kind: BACKBONE, level: ["PROVINCE", "CITY"] }),
        take("teachers", ofStage(figure), atTheEnd(figure)),
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
