import type { OwnershipName, StageName } from "../county-plan.js";

export type UrbanRuralName = "URBAN" | "TOWN" | "RURAL";

/** A township of a blueprint; `code` is the 9-digit code of GB/T 10114. */
export interface TownshipLine {
  readonly code: string;
  readonly name: string;
  readonly urbanRural: UrbanRuralName;
  /** Administrative villages to make up; their names are invented. */
  readonly villages: number;
}

/** A school as a blueprint writes it down; everything left out follows from its type and township. */
export interface SchoolLine {
  /** Stable within the county: the school's id follows from it, so it is never changed and never reused. */
  readonly key: string;
  /** `school_id` of named_schools.csv when a document names the school, and the line that does. */
  readonly named?: { readonly id: string; readonly line: number };
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly formerName?: { readonly name: string; readonly until: string };
  /** Three-digit type of GB/T 33782. */
  readonly type: string;
  readonly township: string;
  readonly urbanRural?: UrbanRuralName;
  readonly ownership?: OwnershipName;
  /** The city's own bureau runs it although it lies in the county. */
  readonly cityRun?: boolean;
  readonly boarding?: boolean;
  /** How large it is beside the others of its stage and ownership; 1 is usual. */
  readonly weight?: number;
  /** Students a class may have before another is opened; by stage when left out. */
  readonly classLimit?: number;
  readonly opened?: string;
  readonly closed?: string;
  /** Key of the school that takes the pupils when this one closes. */
  readonly successor?: string;
  /** Key of the school a teaching point belongs to. */
  readonly parent?: string;
  readonly moved?: { readonly to: string; readonly on: string };
  /** Day the ministry's code was replaced, when it was, and the class digits of the old one when they changed. */
  readonly recoded?: string;
  readonly recodedFrom?: string;
  /** Day from which a stage is taught, where the school did not always teach it. */
  readonly stageSince?: Readonly<Partial<Record<StageName, string>>>;
  readonly withoutReturn?: readonly number[];
}

/** Students of a stage by ownership in the base year, and the factor from one year to the next. */
export interface StagePupils {
  readonly trend: number;
  readonly byOwnership: Readonly<Partial<Record<OwnershipName, number>>>;
}

/** What is known or decided of a county before anything is derived. */
export interface CountyBlueprint {
  readonly code: string;
  readonly name: string;
  readonly document: string | null;
  /** The census the pupil numbers below hold for. */
  readonly baseYear: number;
  readonly townships: readonly TownshipLine[];
  readonly schools: readonly SchoolLine[];
  readonly pupils: Readonly<Record<StageName, StagePupils>>;
}
