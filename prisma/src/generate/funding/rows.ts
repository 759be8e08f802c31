import type { StageName } from "../county-plan.js";

/** Where a row comes from, as every table stores it. */
export interface RowProvenance {
  readonly origin: "DOCUMENT" | "SYNTHETIC";
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** Provenance of a record made up to complete the picture. */
export const synthetic: RowProvenance = { origin: "SYNTHETIC", document: null, documentLine: null };

/** A row of `project`; money in yuan. */
export interface ProjectRow extends RowProvenance {
  readonly id: string;
  readonly parentId: string | null;
  readonly countyCode: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly category: string;
  readonly stage: StageName | null;
  readonly programme: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly period: string;
  readonly status: string;
  readonly amount: string | null;
  readonly amountKind: string | null;
  readonly amountQualifier: string | null;
  readonly siteAreaM2: string | null;
  readonly floorAreaM2: string | null;
  readonly playgroundAreaM2: string | null;
  readonly count: number | null;
  readonly countUnit: string | null;
  readonly note: string | null;
}

/** A row of `project_school`. */
export interface ProjectSchoolRow {
  readonly projectId: string;
  readonly schoolId: string;
  readonly works: string;
  readonly origin: RowProvenance["origin"];
}

/** A row of `procurement_line`. */
export interface ProcurementLineRow extends RowProvenance {
  readonly id: string;
  readonly projectId: string;
  readonly countyCode: string;
  readonly assetClass: string;
  readonly quantity: number;
  readonly year: number;
}

export type EconomicClass = "PERSONNEL" | "PUBLIC_USE" | "CAPITAL" | "AID" | "SUBSIDY";
export type SourceLevelName = "CENTRAL" | "PROVINCE" | "CITY" | "COUNTY" | "SCHOOL" | "SOCIAL" | "MIXED";

/** A row of `payment`; yuan, in the calendar year of `paidOn`. */
export interface PaymentRow extends RowProvenance {
  readonly id: string;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly stage: StageName | null;
  readonly ownership: string | null;
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: EconomicClass;
  readonly sourceLevel: SourceLevelName;
  readonly projectId: string | null;
  readonly amount: string;
  readonly paidOn: string;
  readonly personTimes: number | null;
}

/** A row of `allocation`; yuan of the calendar year. */
export interface AllocationRow extends RowProvenance {
  readonly id: string;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly stage: StageName | null;
  readonly programme: string;
  readonly sourceLevel: SourceLevelName;
  readonly year: number;
  readonly amount: string;
  readonly recipients: number | null;
}
