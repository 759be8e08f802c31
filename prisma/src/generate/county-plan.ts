import type { Random } from "./random.js";

/** Stages by name, as in every schema.prisma. */
export type StageName = "PRESCHOOL" | "PRIMARY" | "JUNIOR" | "SENIOR_GENERAL" | "SENIOR_VOCATIONAL" | "SPECIAL";

export type OwnershipName = "PUBLIC" | "INCLUSIVE_PRIVATE" | "OTHER_PRIVATE" | "UNLICENSED";

/** A school as all four generators see it: enough to give it staff, money and inspections that fit. */
export interface PlannedSchool {
  readonly id: string;
  /** `school_id` of named_schools.csv when a document names it, else null. */
  readonly namedId: string | null;
  readonly name: string;
  readonly typeCode: string;
  readonly stages: readonly StageName[];
  readonly ownership: OwnershipName;
  readonly boarding: boolean;
  readonly urbanRural: "URBAN" | "TOWN" | "RURAL";
  /** Township on the first census; a school may move later. */
  readonly townshipCode: string;
  /** ISO dates; null while open or since before the records begin. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** Sizes of the classes on the census of a year, by grade; empty when the stage is not taught then. */
  classes(
    year: number,
    stage: StageName,
  ): readonly { readonly grade: number; readonly number: number; readonly students: number }[];
  /** False when the school filed no statistical return for the year: its classes are then unknown to the register. */
  filedReturn(year: number): boolean;
}

/** One county from which every record of it follows, deterministically. */
export interface CountyPlan {
  readonly code: string;
  readonly name: string;
  /** File name of the document the county is calibrated to; null for a wholly made-up county. */
  readonly document: string | null;
  /** Census years the county has returns for, first to last. */
  readonly years: readonly number[];
  readonly townships: readonly { readonly code: string; readonly name: string }[];
  readonly schools: readonly PlannedSchool[];
  /** A stream of its own per purpose, so that adding records of one kind never changes another kind. */
  random(purpose: string): Random;
}
