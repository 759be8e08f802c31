import type { StageName } from "../county-plan.js";
import type { EconomicClass } from "./rows.js";
import type { SchoolPool } from "./school-pools.js";

/** What is bought: asset class and how many; the quantity of a stated project is its own count when left out. */
export interface PurchasePlan {
  readonly assetClass: string;
  readonly quantity?: number;
}

/**
 * Made-up projects a stated one stands for.
 *
 * `count` projects share `amount` (yuan; none when left out) and the areas; one project alone may last several years,
 * several take one year each. `schools` distinct schools of the pool are spread over them.
 */
export interface PartPlan {
  readonly name: string;
  readonly nameEn: string;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly category?: string;
  readonly status?: string;
  /** What one of them counts as; left out for a remainder of money, which is no project of its own. */
  readonly unit?: "projects" | "items" | "schools";
  readonly amount?: string;
  readonly siteAreaM2?: string;
  readonly floorAreaM2?: string;
  readonly playgroundAreaM2?: string;
  readonly works?: string;
  readonly pool?: SchoolPool;
  readonly schools?: number;
  /** Schools, by `school_id` of named_schools.csv, that come first. */
  readonly named?: readonly string[];
  readonly bought?: PurchasePlan;
  readonly pays?: EconomicClass;
}

/** What a stated project does not say but its records need. */
export interface ProjectPlan {
  readonly programme: string;
  readonly stage?: StageName;
  readonly works?: string;
  /** Schools the document names for it, by `school_id` of named_schools.csv. */
  readonly named?: readonly string[];
  /** Further schools it serves. */
  readonly pool?: SchoolPool;
  readonly schools?: number;
  readonly bought?: PurchasePlan;
  /** How its money is booked; left out where other records carry it (aid, subsidies) or none was paid. */
  readonly pays?: EconomicClass;
  readonly parts?: readonly PartPlan[];
}
