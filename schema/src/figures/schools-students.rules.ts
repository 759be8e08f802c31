import type { FigureDimensions, FigureRules } from "./figure.js";
import { computed, flow, ofOwnership, percent, stock } from "./schools-rule-parts.js";
import { ofStage } from "./stage-filter.js";

const KINDERGARTEN = { type: ["111"] };
const COMPULSORY = { stage: ["PRIMARY", "JUNIOR"] };
const VOCATIONAL = { stage: ["SENIOR_VOCATIONAL"] };
const ACADEMIC = { stage: ["SENIOR_GENERAL"] };
const IN_SCHOOL = { group: ["DISABLED_SPECIAL_SCHOOL", "DISABLED_MAINSTREAMED", "DISABLED_HOME_TEACHING"] };

const children = (figure: FigureDimensions, ownership?: readonly string[]) =>
  stock(figure, "students", { ...KINDERGARTEN, ...(ownership === undefined ? {} : { ownership }) });

const admitted = (kind: string) => () => computed(flow("outcomes", { ...ACADEMIC, kind: [kind] }));

const left = (kind: string) => flow("outcomes", { ...VOCATIONAL, kind: [kind] });

const group = (figure: FigureDimensions, name: string) => stock(figure, "group_students", { group: [name] });

const people = (figure: FigureDimensions, ...bands: readonly string[]) => stock(figure, "population", { band: bands });

/** Students on the census date, groups of them, and what became of those who left. */
export const studentRules: FigureRules = {
  kindergarten_children: (figure) => computed(stock(figure, "students", { ...KINDERGARTEN, ...ofOwnership(figure) })),
  kindergarten_children_non_inclusive_private: (figure) => computed(children(figure, ["OTHER_PRIVATE"])),
  public_kindergarten_children_share: (figure) => percent(children(figure, ["PUBLIC"]), children(figure)),
  inclusive_kindergarten_coverage: (figure) =>
    percent(children(figure, ["PUBLIC", "INCLUSIVE_PRIVATE"]), children(figure)),
  private_school_pupil_share: (figure) =>
    percent(
      stock(figure, "students", { ...COMPULSORY, ...ofOwnership(figure) }),
      stock(figure, "students", COMPULSORY),
    ),
  preschool_gross_enrolment_rate: (figure) =>
    percent(stock(figure, "students", { stage: ["PRESCHOOL"] }), people(figure, "AGE_3_5")),
  compulsory_enrolment_rate: (figure) =>
    percent(stock(figure, "students", COMPULSORY), people(figure, "AGE_6_11", "AGE_12_14")),
  senior_gross_enrolment_rate: (figure) =>
    percent(stock(figure, "students", { stage: ["SENIOR_GENERAL", "SENIOR_VOCATIONAL"] }), people(figure, "AGE_15_17")),
  large_classes: (figure) => computed(stock(figure, "classes", { ...ofStage(figure), size: ["56_TO_65", "OVER_65"] })),

  left_behind_children: (figure) => computed(group(figure, "LEFT_BEHIND")),
  left_behind_children_enrolment_rate: (figure) =>
    percent(group(figure, "LEFT_BEHIND"), people(figure, "LEFT_BEHIND_CHILDREN")),
  migrant_children_enrolment_rate: (figure) => percent(group(figure, "MIGRANT"), people(figure, "MIGRANT_CHILDREN")),
  disabled_children: (figure) => computed(people(figure, "DISABLED_SCHOOL_AGE")),
  disabled_children_special_school: (figure) => computed(group(figure, "DISABLED_SPECIAL_SCHOOL")),
  disabled_children_mainstreamed: (figure) => computed(group(figure, "DISABLED_MAINSTREAMED")),
  disabled_children_home_teaching: (figure) => computed(group(figure, "DISABLED_HOME_TEACHING")),
  disabled_children_enrolment_rate: (figure) =>
    percent(stock(figure, "group_students", IN_SCHOOL), people(figure, "DISABLED_SCHOOL_AGE")),

  dropouts: () => computed(flow("outcomes", { ...COMPULSORY, kind: ["DROPOUT_POVERTY", "DROPOUT_OTHER"] })),
  dropouts_due_to_poverty: () => computed(flow("outcomes", { ...COMPULSORY, kind: ["DROPOUT_POVERTY"] })),
  compulsory_retention_rate: () =>
    percent(flow("outcomes", { kind: ["COHORT_FINISHED"] }), flow("outcomes", { kind: ["COHORT_ENTERED"] })),
  primary_graduation_rate: () => graduation("PRIMARY"),
  junior_graduation_rate: () => graduation("JUNIOR"),

  gaokao_tier1_admissions: admitted("ADMITTED_TIER1"),
  gaokao_tier2_admissions: admitted("ADMITTED_TIER2"),
  gaokao_985_admissions: admitted("ADMITTED_985"),
  gaokao_tsinghua_admissions: admitted("ADMITTED_TSINGHUA"),

  vocational_graduates: () => computed(left("GRADUATES")),
  vocational_higher_ed_admissions: () => computed(left("ADMITTED_HIGHER")),
  vocational_bachelor_admissions: () => computed(left("ADMITTED_BACHELOR")),
  vocational_bachelor_line: () => computed(left("AT_BACHELOR_LINE")),
  vocational_progression_rate: () => percent(left("ADMITTED_HIGHER"), left("GRADUATES")),
  vocational_first_employment_rate: () => percent(left("EMPLOYED_FIRST"), left("GRADUATES")),
};

function graduation(stage: string) {
  const of = (kind: string) => flow("outcomes", { stage: [stage], kind: [kind] });
  return percent(of("GRADUATES"), of("FINAL_YEAR"));
}
