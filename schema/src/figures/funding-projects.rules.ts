import { ratio } from "../indicators/formula.js";
import type { FigureRule, FigureRules } from "./figure.js";
import { counted, fundingInput, oneOfSeveral, tenThousandYuan } from "./funding-rule-parts.js";

const invested = tenThousandYuan("project_amount");
const area = counted("project_area");
const units = counted("project_units");
const servedSchools = counted("project_schools");
const procured = counted("procured");

/** Money invested in projects. */
export const investmentRules: FigureRules = {
  school_building_repair_investment: () => invested({ programme: ["BUILDING_REPAIR"] }),
  new_kindergarten_investment: () => invested({ programme: ["NEW_KINDERGARTEN"] }),
  toilet_playground_canteen_investment: () => invested({ programme: ["SMALL_WORKS"] }),
  smart_education_infrastructure_investment: () =>
    invested({ programme: ["SMART_EDUCATION"], amount_kind: ["planned"] }),
  vocational_training_building_investment: () => invested({ programme: ["VOCATIONAL_BUILDING"] }),
  vocational_campus_works_investment: () => invested({ programme: ["VOCATIONAL_CAMPUS"] }),
  vocational_training_base_investment: () => invested({ programme: ["TRAINING_BASE"] }),
  kindergarten_standardisation_investment: () => invested({ programme: ["KINDERGARTEN_STANDARDISATION"] }),
  classroom_lighting_investment: () => invested({ programme: ["CLASSROOM_LIGHTING"] }),
  construction_investment: () => invested({ programme: ["CONSTRUCTION"] }),
  equipment_investment: () => invested({ programme: ["EQUIPMENT"] }),
  weak_school_programme_investment: () => invested({ programme: ["WEAK_SCHOOLS"] }),
  weak_school_building_investment: () => invested({ programme: ["WEAK_SCHOOLS"], category: ["renovation"] }),
  weak_school_equipment_investment: () => invested({ programme: ["WEAK_SCHOOLS"], category: ["procurement"] }),
  primary_complex_building_investment: () => invested({ programme: ["COMPULSORY_14FYP"], stage: ["PRIMARY"] }),
  school_canteens_investment: () => invested({ programme: ["COMPULSORY_14FYP"], category: ["canteen"] }),
  kindergarten_project_investment: () => oneOfSeveral,
  construction_planned_total_investment: () => oneOfSeveral,
  construction_annual_investment: () => oneOfSeveral,
};

/** Works done: schools reached, projects counted, areas built. */
export const worksRules: FigureRules = {
  schools_repaired: () => servedSchools({ programme: ["BUILDING_REPAIR"], works: ["REPAIR"] }),
  schools_with_new_toilets: () => servedSchools({ programme: ["SMALL_WORKS"], works: ["TOILET"] }),
  schools_with_new_playgrounds: () => servedSchools({ programme: ["SMALL_WORKS"], works: ["PLAYGROUND"] }),
  schools_with_new_canteens: () => servedSchools({ programme: ["SMALL_WORKS"], works: ["CANTEEN"] }),
  small_works_projects_started: () => units({ programme: ["SMALL_WORKS"], unit: ["projects"] }),
  new_kindergartens_built: () => servedSchools({ programme: ["NEW_KINDERGARTEN"], works: ["NEW_BUILD"] }),
  new_kindergarten_site_area: () => area({ programme: ["NEW_KINDERGARTEN"], area: ["SITE"] }),
  new_kindergarten_floor_area: () => area({ programme: ["NEW_KINDERGARTEN"], area: ["FLOOR"] }),
  weak_school_renovation_schools: () => servedSchools({ programme: ["CONSTRUCTION"], works: ["WEAK_SCHOOL"] }),
  weak_school_renovation_projects: () => units({ programme: ["CONSTRUCTION"], unit: ["projects"] }),
  new_school_building_area: () => area({ programme: ["CONSTRUCTION"], area: ["FLOOR"] }),
  new_asphalt_playground_area: () => area({ programme: ["CONSTRUCTION"], area: ["PLAYGROUND"] }),
  construction_projects: () => units({ programme: ["CONSTRUCTION"], unit: ["projects"] }),
  playground_hardened_area: ({ statedStage }) =>
    area({ programme: [statedStage === "nine_year" ? "WEAK_SCHOOLS" : "CONSTRUCTION"], area: ["PLAYGROUND"] }),
  inclusive_private_kindergartens_supported: () => servedSchools({ programme: ["CONSTRUCTION"], works: ["SUPPORT"] }),
  recording_classrooms: () => units({ programme: ["RECORDING_SYSTEMS"], unit: ["rooms"] }),
  schools_with_recording_systems: () =>
    servedSchools({ programme: ["RECORDING_SYSTEMS"], works: ["RECORDING_SYSTEM"] }),
  private_nine_year_schools_supported: () =>
    counted("paid_schools")({
      programme: ["RUNNING_COSTS"],
      economic_class: ["PUBLIC_USE"],
      level: ["MIXED"],
      stage: ["JUNIOR"],
      ownership: ["INCLUSIVE_PRIVATE", "OTHER_PRIVATE"],
    }),
  weak_school_building_projects: () =>
    units({ programme: ["WEAK_SCHOOLS"], category: ["renovation"], unit: ["projects"] }),
  weak_school_procurement_projects: () =>
    units({ programme: ["WEAK_SCHOOLS"], category: ["procurement"], unit: ["items"] }),
  weak_school_planned_area: () => area({ programme: ["WEAK_SCHOOLS"], area: ["FLOOR"] }),
  weak_school_project_completion_rate: () => completed("renovation"),
  weak_school_procurement_rate: () => completed("procurement"),
  kindergartens_upgraded: () => servedSchools({ programme: ["KINDERGARTEN_UPGRADE"], works: ["UPGRADE"] }),
  boarding_schools_upgraded: () => servedSchools({ programme: ["BOARDING_UPGRADE"], works: ["UPGRADE"] }),
  kindergartens_standardised: () =>
    servedSchools({ programme: ["KINDERGARTEN_STANDARDISATION"], works: ["STANDARDISATION"] }),
};

/** Works planned. */
export const plannedWorksRules: FigureRules = {
  new_kindergartens_planned: () => units({ programme: ["PRESCHOOL_14FYP"] }),
  preschool_projects_buildings: () => units({ programme: ["PRESCHOOL_14FYP"] }),
  preschool_projects_site_area: () => area({ programme: ["PRESCHOOL_14FYP"], area: ["SITE"] }),
  preschool_projects_floor_area: () => area({ programme: ["PRESCHOOL_14FYP"], area: ["FLOOR"] }),
  compulsory_projects_buildings: () => units({ programme: ["COMPULSORY_14FYP"] }),
  compulsory_projects_floor_area: () => area({ programme: ["COMPULSORY_14FYP"], area: ["FLOOR"] }),
  kindergarten_project_floor_area: () => oneOfSeveral,
  primary_complex_building_area: () => area({ programme: ["COMPULSORY_14FYP"], stage: ["PRIMARY"], area: ["FLOOR"] }),
  school_canteens_planned: () => units({ programme: ["COMPULSORY_14FYP"], unit: ["schools"] }),
  school_canteens_area: () => area({ programme: ["COMPULSORY_14FYP"], category: ["canteen"], area: ["FLOOR"] }),
  key_construction_projects: () => units({ programme: ["KEY_CONSTRUCTION"], unit: ["projects"] }),
  key_construction_projects_new: () =>
    units({ programme: ["KEY_CONSTRUCTION"], category: ["new_build"], unit: ["projects"] }),
  key_construction_projects_continuing: () =>
    units({ programme: ["KEY_CONSTRUCTION"], category: ["continuing"], unit: ["projects"] }),
};

/** What was bought. */
export const procurementRules: FigureRules = {
  equipment_procurement_projects: () => units({ programme: ["EQUIPMENT"], unit: ["projects"] }),
  equipment_procurement_schools: () => servedSchools({ programme: ["EQUIPMENT"], works: ["EQUIPMENT"] }),
  equipment_units_procured: () => procured({ programme: ["EQUIPMENT"] }),
  hd_cameras_added: () => procured({ asset_class: ["HD_CAMERAS"] }),
  signal_jammers: () => procured({ asset_class: ["SIGNAL_JAMMERS"] }),
  equipment_sets_procured: () => procured({ asset_class: ["SCHOOL_EQUIPMENT"] }),
  books_purchased: () => procured({ asset_class: ["BOOKS"] }),
  computers_purchased: () => procured({ asset_class: ["COMPUTERS"] }),
  desk_chair_sets_purchased: () => procured({ asset_class: ["DESK_CHAIR_SETS"] }),
  teaching_instruments_purchased: () => procured({ asset_class: ["TEACHING_INSTRUMENTS"] }),
};

/** Completed projects of the weak-school programme among all of a category, percent. */
function completed(category: string): FigureRule {
  const where = { programme: ["WEAK_SCHOOLS"], category: [category] };
  return {
    kind: "computed",
    formula: ratio(
      fundingInput("project_units", { ...where, status: ["completed"] }),
      fundingInput("project_units", where),
      { per: 100 },
    ),
  };
}
