import type { PlannedSchool } from "../county-plan.js";
import type { EconomicClass, ProjectRow } from "./rows.js";

/** A project with all that its other records follow from. */
export interface PlannedProject {
  readonly row: ProjectRow;
  readonly works: string | null;
  readonly schools: readonly PlannedSchool[];
  /** Ids of those schools the document itself names. */
  readonly statedSchools: ReadonlySet<string>;
  readonly bought: { readonly assetClass: string; readonly quantity: number } | null;
  /** How its money is booked; null where other records carry it or none was paid. */
  readonly pays: EconomicClass | null;
  /** First and last year of its money. */
  readonly years: readonly [number, number];
}
