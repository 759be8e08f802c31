import type { Stage } from "../enums/stage.enum.js";
import type { Formula } from "./formula.js";

/** A limit a value is held against; a rule of the nation, a province or a plan, never a constant of the code. */
export interface Threshold {
  /** Null: for every stage. */
  readonly stage: Stage | null;
  readonly level: "NATIONAL" | "PROVINCE" | "COUNTY";
  readonly comparison: "AT_LEAST" | "AT_MOST";
  readonly value: number;
  /** First calendar year the limit is in force. */
  readonly since: number;
  readonly source: { readonly en: string; readonly zh: string };
}

/** The columns each owner's fact table offers to formulas. */
export type FactColumn =
  | "students"
  | "classes"
  | "publicStudents"
  | "inclusiveStudents"
  | "registeredStudents"
  | "population3to5"
  | "teachers"
  | "permanentStaff"
  | "spending"
  | "openRectifications";

/**
 * An indicator, written once: its inputs, value, words and limits all come from here.
 *
 * A changed rule is a new version; the old one still answers for its years.
 */
export interface Indicator {
  readonly code: string;
  readonly version: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly unit: { readonly en: string; readonly zh: string };
  /** The formula for a stage (null: all stages); null where the indicator does not apply. */
  readonly formula: (stage: Stage | null) => Formula<FactColumn> | null;
  readonly thresholds: readonly Threshold[];
  readonly source: { readonly en: string; readonly zh: string };
}
