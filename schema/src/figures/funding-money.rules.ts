import { ratio } from "../indicators/formula.js";
import type { FigureRule, FigureRules } from "./figure.js";
import { counted, fundingInput, tenThousandYuan } from "./funding-rule-parts.js";

const paid = tenThousandYuan("paid");
const allotted = tenThousandYuan("allotted");
const personTimes = counted("paid_person_times");

/** From before any record: for totals whose first year the document does not state. */
const FROM_THE_BEGINNING = 1949;

const perSpecialPupil: FigureRule = {
  kind: "computed",
  formula: ratio(
    fundingInput("allotted", { programme: ["SPECIAL_PER_PUPIL"] }),
    fundingInput("recipients", { programme: ["SPECIAL_PER_PUPIL"] }),
  ),
};

const ruleOfTheBudget: FigureRule = {
  kind: "not-computable",
  reason: { en: "A rule of the budget, not a count of records.", zh: "属预算规则，并非记录可计的数。" },
};

/** Money paid under programmes, in calendar years. */
export const paymentRules: FigureRules = {
  covid_donations: () => paid({ programme: ["COVID_DONATIONS"] }),
  village_aid_total: () => paid({ programme: ["VILLAGE_AID"] }),
  village_aid_industry_projects: () => paid({ programme: ["VILLAGE_AID"], purpose: ["INDUSTRY"] }),
  village_aid_festival_visits: () => paid({ programme: ["VILLAGE_AID"], purpose: ["FESTIVAL_VISITS"] }),
  village_aid_environment_campaigns: () => paid({ programme: ["VILLAGE_AID"], purpose: ["ENVIRONMENT"] }),
  village_aid_farm_produce_sales: () => paid({ programme: ["FARM_PRODUCE_SALES"] }),
  student_aid_amount: () => paid({ programme: ["STUDENT_AID"] }),
  student_aid_recipients: () => personTimes({ programme: ["STUDENT_AID"] }),
  rural_teacher_subsidy_amount: () => paid({ programme: ["RURAL_TEACHER_SUBSIDY"] }),
  rural_teacher_subsidy_payments: () => personTimes({ programme: ["RURAL_TEACHER_SUBSIDY"] }),
  school_guards_spend: () => paid({ programme: ["SCHOOL_GUARDS"] }),
  school_safety_investment: () => paid({ programme: ["SAFETY"] }),
  preschool_per_pupil_funds: () => paid({ programme: ["PRESCHOOL_PER_PUPIL"], stage: ["PRESCHOOL"] }),
  preschool_investment: () => paid({ programme: ["PRESCHOOL_DEVELOPMENT"] }),
  preschool_investment_public: () => paid({ programme: ["PRESCHOOL_DEVELOPMENT"], purpose: ["PUBLIC_KINDERGARTENS"] }),
  preschool_investment_inclusive_private: () =>
    paid({ programme: ["PRESCHOOL_DEVELOPMENT"], purpose: ["INCLUSIVE_PRIVATE"] }),
  preschool_investment_teacher_training: () =>
    paid({ programme: ["PRESCHOOL_DEVELOPMENT"], purpose: ["TEACHER_TRAINING"] }),
  teacher_training_investment: () => paid({ programme: ["TEACHER_TRAINING"] }),
  equipment_procurement_spend: () => paid({ programme: ["EQUIPMENT"] }),
  gaokao_special_funds: () => paid({ programme: ["GAOKAO"] }),
  gaokao_listening_equipment_spend: () => paid({ programme: ["GAOKAO"] }),
  signal_jammer_spend: () => paid({ programme: ["SIGNAL_JAMMERS"] }),
  exam_site_equipment_spend: () => paid({ programme: ["EXAM_SITES"] }),
  senior_teaching_equipment_spend: () => paid({ programme: ["TEACHING_EQUIPMENT"], stage: ["SENIOR_GENERAL"] }),
};

/** Money allotted to the county, by level, and whom it reached. */
export const allocationRules: FigureRules = {
  nutrition_programme_funds: () => allotted({ programme: ["NUTRITION"] }),
  nutrition_programme_funds_provincial: () => allotted({ programme: ["NUTRITION"], level: ["PROVINCE"] }),
  nutrition_programme_funds_county: () => allotted({ programme: ["NUTRITION"], level: ["COUNTY"] }),
  nutrition_programme_pupils: () => counted("recipients")({ programme: ["NUTRITION"] }),
  nutrition_programme_schools: () => counted("programme_schools")({ programme: ["NUTRITION"] }),
  compulsory_funds_raised: ({ yearTo }) =>
    allotted({ programme: ["COMPULSORY_CONDITIONS"] }, [FROM_THE_BEGINNING, yearTo]),
  compulsory_funds_county_finance: ({ yearTo }) =>
    allotted({ programme: ["COMPULSORY_CONDITIONS"], level: ["COUNTY"] }, [FROM_THE_BEGINNING, yearTo]),
  consecutive_years_of_funding_growth: () => counted("budget_growth_run")({ scope: ["COMPULSORY"] }),
  special_education_funds_per_pupil: () => perSpecialPupil,
  budget_must_not_decrease_items: () => ruleOfTheBudget,
};
