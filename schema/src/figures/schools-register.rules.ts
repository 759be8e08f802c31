import type { FigureDimensions, FigureRules } from "./figure.js";
import { computed, flow, ofOwnership, percent, stock } from "./schools-rule-parts.js";
import { ratio } from "../indicators/formula.js";

const KINDERGARTEN = { type: ["111"] };
const typeByWord: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ["111"],
  primary: ["211"],
  senior: ["342"],
};

/** Schools the county's own bureau runs: what a county plan means by "our schools". */
const OWN_PUBLIC = { ownership: ["PUBLIC"], authority_level: ["COUNTY"] };

const kindergartens = (figure: FigureDimensions) =>
  computed(stock(figure, "schools", { ...KINDERGARTEN, ...ofOwnership(figure) }));

const happened =
  (kind: string, where: Readonly<Record<string, readonly string[]>> = {}) =>
  () =>
    computed(flow("events", { kind: [kind], ...where }));

const merged = (type: string) => () => computed(flow("schools_merged", { type: [type] }));

/** Schools, divisions, what happened to schools, and what they have. */
export const registerRules: FigureRules = {
  townships: (figure) => computed(stock(figure, "divisions", { kind: ["TOWN", "TOWNSHIP"] })),
  administrative_villages: (figure) => computed(stock(figure, "divisions", { kind: ["VILLAGE"] })),
  education_administrations_in_district: (figure) => computed(stock(figure, "authorities")),
  kindergartens,
  kindergartens_non_inclusive_private: (figure) =>
    computed(stock(figure, "schools", { ...KINDERGARTEN, ownership: ["OTHER_PRIVATE"] })),
  public_kindergarten_share_of_schools: (figure) =>
    percent(
      stock(figure, "schools", { ...KINDERGARTEN, ownership: ["PUBLIC"] }),
      stock(figure, "schools", KINDERGARTEN),
    ),
  urban_schools: (figure) =>
    computed(
      stock(figure, "schools", { ...OWN_PUBLIC, type: typeByWord[figure.statedStage] ?? [], urban_rural: ["URBAN"] }),
    ),
  rural_schools_and_kindergartens: (figure) =>
    computed(stock(figure, "schools", { ...OWN_PUBLIC, urban_rural: ["TOWN", "RURAL"] })),
  junior_schools_merged: merged("311"),
  primary_schools_merged: merged("211"),
  teaching_points_merged: merged("218"),

  city_civilised_campuses: happened("civilised_campus", { level: ["CITY"] }),
  inclusive_kindergartens_newly_certified: happened("inclusive_certification"),
  private_kindergartens_approved: happened("private_approval", KINDERGARTEN),
  private_nine_year_schools_approved: happened("private_approval", { type: ["312"] }),
  schools_with_after_school_care: happened("after_school_care"),
  vocational_partner_colleges: happened("college_partnership"),
  vocational_joint_majors: happened("joint_major"),
  integrity_schools: happened("integrity_school"),
  homework_design_award_schools: happened("homework_design_award"),
  ict_integration_model_schools: happened("ict_model_school"),
  smart_classroom_pilot_schools: happened("smart_classroom_pilot"),
  // "Built up two by 2020": all that bear the title by then, whenever they got it.
  city_model_kindergartens: ({ yearTo }) =>
    computed({
      kind: "input",
      input: { owner: "schools", measure: "events", where: { kind: ["city_model_kindergarten"] }, years: [0, yearTo] },
    }),

  desk_chair_provision_rate: (figure) =>
    percent(stock(figure, "seated_students"), stock(figure, "students", NOT_PRESCHOOL)),
  lighting_compliance_rate: (figure) => rooms(figure, "LIGHTING_COMPLIANT_ROOMS"),
  daylighting_compliance_rate: (figure) => rooms(figure, "DAYLIGHTING_COMPLIANT_ROOMS"),
  books_per_pupil: (figure) => computed(perStudent(figure, "BOOKS", 1)),
  computers_per_10_pupils: (figure) => computed(perStudent(figure, "COMPUTERS", 10)),
};

const NOT_PRESCHOOL = { stage: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL", "SPECIAL"] };

function rooms(figure: FigureDimensions, item: string) {
  return percent(stock(figure, "condition", { item: [item] }), stock(figure, "condition", { item: ["CLASSROOMS"] }));
}

function perStudent(figure: FigureDimensions, item: string, per: number) {
  const stage = figure.statedStage === "primary" ? ["PRIMARY"] : ["JUNIOR"];
  return ratio(stock(figure, "condition", { item: [item], stage }), stock(figure, "students", { stage }), { per });
}
