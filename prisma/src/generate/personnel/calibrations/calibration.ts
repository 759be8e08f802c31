import type { StageName } from "../../county-plan.js";

/** How somebody was hired; graduates were assigned to schools until 1999, special posts exist since 2006. */
export type HireChannel =
  | "ASSIGNED"
  | "OPEN"
  | "TALENT"
  | "FREE_NORMAL"
  | "MASTER_PLAN"
  | "SPECIAL_POST"
  | "THREE_SUPPORTS"
  | "SILVER_AGE"
  | "THREE_AREAS"
  | "SCHOOL_HIRED"
  | "AGENCY";

/** Teachers recruited through one channel in a year; without a stage they go to any school above kindergarten. */
export interface Recruitment {
  readonly year: number;
  readonly channel: HireChannel;
  readonly count: number;
  readonly stage?: StageName;
  /** How many of them go to rural schools; chance decides when left out. */
  readonly rural?: number;
}

/** Teachers from outside the establishment who come for one school year. */
export interface GuestTeachers {
  readonly year: number;
  readonly channel: "SILVER_AGE" | "THREE_AREAS";
  readonly count: number;
}

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** A number, or so many per thousand teachers of the first census. */
export type Amount = number | { readonly perThousandTeachers: number };

export interface HonourLine {
  readonly kind: string;
  readonly level: "NATIONAL" | "PROVINCE" | "CITY" | "COUNTY";
  readonly count: Amount;
  /** Granted evenly over these calendar years. */
  readonly years: readonly number[];
  readonly title?: string;
  /** Stages the honoured teach; all when left out. */
  readonly stages?: readonly StageName[];
  /** The honoured come from this many schools; any number when left out. */
  readonly schools?: number;
}

export interface TrainingLine {
  readonly year: number;
  /** `PROGRAMME` or `PROGRAMME:COURSE`. */
  readonly course: string;
  readonly level: "NATIONAL" | "PROVINCE" | "CITY" | "COUNTY" | "SCHOOL";
  readonly audience: "TEACHERS" | "PRINCIPALS" | "NEW_TEACHERS";
  readonly attendances: number;
  /** Distinct people; as many as attendances when left out. */
  readonly persons?: number;
  readonly stage?: StageName;
  readonly hours?: number;
}

export interface ResearchLine {
  readonly kind: string;
  readonly level: "NATIONAL" | "PROVINCE" | "CITY" | "COUNTY" | "SCHOOL";
  readonly count: Amount;
  readonly years: readonly number[];
  /** Distinct teachers over all the projects; two a project when left out. */
  readonly participants?: number;
  /** Projects by what became of them. */
  readonly results?: Readonly<Record<string, number>>;
}

export interface ActivityLine {
  readonly kind: string;
  readonly years: readonly number[];
  /** Sum of the quantities over the years. */
  readonly quantity: number;
  /** Records the quantity is spread over; one a year when left out. */
  readonly records?: number;
}

/**
 * What the personnel records of a county have to add up to.
 *
 * A list without an entry of a year says nothing of it, unless the year lies in the matching `…Fixed` span:
 * in a span the list is complete.
 */
export interface PersonnelCalibration {
  /** Mean age of teachers when the records begin. */
  readonly meanAge: number;
  /** Full-time teachers teaching on the census, guests included. */
  readonly teachers?: YearCount;
  /** Students per teacher of a stage from a census on. */
  readonly pupilsPerTeacher: readonly { readonly stage: StageName; readonly from: number; readonly ratio: number }[];
  readonly recruitments: readonly Recruitment[];
  readonly recruitmentsFixed?: readonly [from: number, to: number];
  readonly guests: readonly GuestTeachers[];
  /** Urban teachers moved to rural schools for good, before the first census. */
  readonly transfers: readonly YearCount[];
  readonly transfersFixed?: readonly [from: number, to: number];
  /** Urban teachers lent to rural schools for a school year. */
  readonly supportTeaching: readonly YearCount[];
  readonly rotations: readonly YearCount[];
  /** Rotating teachers of a year as a share of all, where `rotations` says nothing. */
  readonly rotationShare: number;
  readonly guards?: YearCount;
  readonly mismatched?: YearCount;
  /** Teachers of ideology, in the main or as a second subject, from a census on. */
  readonly ideologyTeachers?: YearCount;
  /** From this census every school above kindergarten has one psychology teacher, perhaps as a second subject. */
  readonly psychologyFrom?: number;
  readonly honours: readonly HonourLine[];
  readonly training: readonly TrainingLine[];
  /** Training of a year is complete in the list; elsewhere usual courses are added. */
  readonly trainingFixed?: readonly [from: number, to: number];
  /** Calendar years over which every teacher attends national or provincial training once. */
  readonly trainingRota?: readonly number[];
  readonly research: readonly ResearchLine[];
  readonly activities: readonly ActivityLine[];
}

/** Whether a list is complete for the year. */
export const isFixed = (span: readonly [from: number, to: number] | undefined, year: number): boolean =>
  span !== undefined && year >= span[0] && year <= span[1];

/** A county no document says anything of. */
export const usualCalibration: PersonnelCalibration = {
  meanAge: 41,
  pupilsPerTeacher: [],
  recruitments: [],
  guests: [],
  transfers: [],
  supportTeaching: [],
  rotations: [],
  rotationShare: 0.04,
  honours: [
    { kind: "BACKBONE", level: "PROVINCE", count: { perThousandTeachers: 8 }, years: [2016, 2018, 2020, 2022] },
    { kind: "BACKBONE", level: "CITY", count: { perThousandTeachers: 26 }, years: [2017, 2019, 2021] },
    { kind: "BACKBONE", level: "COUNTY", count: { perThousandTeachers: 85 }, years: [2017, 2018, 2019, 2021, 2022] },
    { kind: "COMMENDATION", level: "COUNTY", count: { perThousandTeachers: 50 }, years: [2019, 2020, 2021, 2022] },
  ],
  training: [],
  research: [
    { kind: "TOPIC", level: "PROVINCE", count: { perThousandTeachers: 3 }, years: [2019, 2021, 2022] },
    { kind: "TOPIC", level: "CITY", count: { perThousandTeachers: 12 }, years: [2018, 2019, 2020, 2021, 2022, 2023] },
    {
      kind: "SCHOOL_TOPIC",
      level: "SCHOOL",
      count: { perThousandTeachers: 150 },
      years: [2018, 2019, 2020, 2021, 2022, 2023],
    },
  ],
  activities: [],
};
