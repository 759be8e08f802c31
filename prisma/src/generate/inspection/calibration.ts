import type { StageName } from "../county-plan.js";

/** Records a document counts in a year, without a school. */
export interface InspectionLine {
  readonly kind: string;
  readonly title: string;
  readonly year: number;
  readonly count: number;
}

export interface FindingLine {
  readonly item: string;
  readonly year: number;
  readonly count: number;
}

export interface InstitutionLine {
  readonly kind: "APPROVED" | "REGISTERED" | "CLOSED" | "RECTIFIED";
  readonly institutionKind: "KINDERGARTEN" | "TUTORING" | "TRAINING";
  readonly years: readonly number[];
  readonly count: number;
}

export type ComplaintChannel = "ONLINE_MESSAGE" | "HOTLINE_12345" | "PETITION_OFFICE" | "VISIT";

/** Complaints received and closed in the year. */
export interface ComplaintLine {
  readonly channel: ComplaintChannel;
  readonly year: number;
  readonly count: number;
  /** People behind them; as many as complaints when left out. */
  readonly persons?: number;
}

export interface ActivityLine {
  readonly kind: string;
  readonly years: readonly number[];
  readonly quantity: number;
  /** `EACH`: one school a unit of quantity; `BY_SIZE`: shared over schools by their students. Otherwise `records` of the county. */
  readonly schools?: "EACH" | "BY_SIZE";
  readonly stages?: readonly StageName[];
  readonly records?: number;
}

/** A share of schools, in whole percent, that hold something in a year. */
export interface CoverageLine {
  readonly assessed: string;
  readonly held: string;
  readonly year: number;
  readonly percent: number;
}

/** What the inspection records of a county have to add up to. A complaint line leaves no other complaint of its channel and year. */
export interface InspectionCalibration {
  readonly inspections: readonly InspectionLine[];
  readonly findings: readonly FindingLine[];
  readonly institutions: readonly InstitutionLine[];
  readonly complaints: readonly ComplaintLine[];
  readonly activities: readonly ActivityLine[];
  readonly coverages: readonly CoverageLine[];
}

const nothing: InspectionCalibration = {
  inspections: [],
  findings: [],
  institutions: [],
  complaints: [],
  activities: [],
  coverages: [],
};

const byCounty: Readonly<Record<string, InspectionCalibration>> = {
  // 靖宇县, the summary of 2020 and of 2016–2020.
  "220622": {
    inspections: [{ kind: "PROVINCIAL", title: "省级督导", year: 2020, count: 3 }],
    findings: [{ item: "PARTY_BUILDING", year: 2020, count: 16 }],
    institutions: [
      { kind: "CLOSED", institutionKind: "KINDERGARTEN", years: [2020], count: 5 },
      { kind: "RECTIFIED", institutionKind: "KINDERGARTEN", years: [2020], count: 7 },
      { kind: "APPROVED", institutionKind: "KINDERGARTEN", years: [2020], count: 5 },
      { kind: "APPROVED", institutionKind: "TUTORING", years: [2016, 2017, 2018, 2019, 2020], count: 8 },
    ],
    complaints: [
      { channel: "PETITION_OFFICE", year: 2020, count: 34, persons: 75 },
      { channel: "VISIT", year: 2020, count: 21, persons: 53 },
    ],
    activities: [
      { kind: "ANTI_CRIME_PUBLICITY", years: [2020], quantity: 349, records: 40 },
      { kind: "ANTI_CRIME_ORIGINAL_WORK", years: [2020], quantity: 1 },
      { kind: "ANTI_CRIME_LEAFLETS", years: [2020], quantity: 2951, records: 6 },
      {
        kind: "LESSONS_OBSERVED",
        years: [2020],
        quantity: 210,
        schools: "BY_SIZE",
        stages: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL"],
      },
      {
        kind: "LESSON_PLANS_GUIDED",
        years: [2020],
        quantity: 246,
        schools: "BY_SIZE",
        stages: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL"],
      },
      { kind: "HOMEWORK_CHECKED", years: [2020], quantity: 6128, schools: "BY_SIZE", stages: ["PRIMARY", "JUNIOR"] },
      { kind: "DROPOUT_CONTROL_GROUP", years: [2020], quantity: 12, records: 12 },
      { kind: "DROPOUT_CONTROL_VISIT", years: [2020], quantity: 2, records: 2 },
      { kind: "HD_CAMERAS_ADDED", years: [2020], quantity: 800, schools: "BY_SIZE", stages: ["PRIMARY", "JUNIOR"] },
      { kind: "CAMERAS_IN_USE", years: [2020], quantity: 2476, schools: "BY_SIZE" },
      { kind: "HD_CAMERAS_IN_USE", years: [2020], quantity: 2371, schools: "BY_SIZE" },
    ],
    coverages: [],
  },
  // 黎城县, the summary of 2022.
  "140426": {
    ...nothing,
    inspections: [{ kind: "SPORTS_SITE", title: "公共体育场所器械清查", year: 2022, count: 252 }],
    institutions: [{ kind: "REGISTERED", institutionKind: "TRAINING", years: [2022], count: 5 }],
    complaints: [
      { channel: "ONLINE_MESSAGE", year: 2022, count: 25 },
      { channel: "HOTLINE_12345", year: 2022, count: 95 },
      { channel: "PETITION_OFFICE", year: 2022, count: 10 },
    ],
    activities: [
      { kind: "LEGAL_EDUCATION_BASE", years: [2022], quantity: 1 },
      { kind: "LEGAL_RESOURCE_CLASSROOM", years: [2022], quantity: 6, schools: "EACH", stages: ["PRIMARY", "JUNIOR"] },
      {
        kind: "SEEDLING_PROTECTION_STATION",
        years: [2022],
        quantity: 5,
        schools: "EACH",
        stages: ["PRIMARY", "JUNIOR"],
      },
      {
        kind: "LEGAL_VICE_PRINCIPAL_APPOINTED",
        years: [2022],
        quantity: 38,
        schools: "EACH",
        stages: ["PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL", "SPECIAL"],
      },
    ],
    coverages: [{ assessed: "SAFE_CAMPUS_ASSESSED", held: "SAFE_CAMPUS_HELD", year: 2022, percent: 93 }],
  },
  // 蒲城县, the plan of 2023.
  "610526": { ...nothing, activities: [{ kind: "DISABILITY_ASSESSMENT", years: [2023], quantity: 1 }] },
};

/** What a county's documents say of its inspections; nothing when they are silent. */
export const inspectionCalibrationOf = (countyCode: string): InspectionCalibration => byCounty[countyCode] ?? nothing;
