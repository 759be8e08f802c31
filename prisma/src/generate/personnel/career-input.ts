import type { CountyPlan } from "../county-plan.js";
import type { PersonnelCalibration } from "./calibrations/calibration.js";
import type { StaffOffice } from "./hiring.js";
import type { StaffMember } from "./staff-member.js";
import type { StaffingNeed } from "./staffing-need.js";
import type { TeachingUnit } from "./units.js";

/** Teachers who hold a post of a unit now, by unit key. */
export type Roster = Map<string, StaffMember[]>;

/** All that is known of a county while its staff are made up. */
export interface CareerInput {
  readonly plan: CountyPlan;
  readonly units: readonly TeachingUnit[];
  readonly needs: ReadonlyMap<number, StaffingNeed>;
  readonly calibration: PersonnelCalibration;
  readonly office: StaffOffice;
}
