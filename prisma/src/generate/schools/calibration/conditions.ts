import type { StageName } from "../../county-plan.js";

/** How much of an item a school usually has for each student, by stage; areas in m², money in yuan. */
export const perStudent: Readonly<Record<string, Readonly<Partial<Record<StageName, number>>>>> = {
  SITE_AREA: { PRESCHOOL: 16, PRIMARY: 24, JUNIOR: 28, SENIOR_GENERAL: 27, SENIOR_VOCATIONAL: 36, SPECIAL: 90 },
  BUILDING_AREA: {
    PRESCHOOL: 11.2,
    PRIMARY: 8.6,
    JUNIOR: 11.4,
    SENIOR_GENERAL: 15,
    SENIOR_VOCATIONAL: 18,
    SPECIAL: 38,
  },
  // National thresholds of quality balance: 4.5 and 5.8 m², 7.5 and 10.2 m², 2,000 and 2,500 yuan.
  TEACHING_AREA: { PRIMARY: 4.9, JUNIOR: 6.2, SENIOR_GENERAL: 7.4, SENIOR_VOCATIONAL: 9, SPECIAL: 20 },
  SPORTS_AREA: { PRIMARY: 8.1, JUNIOR: 10.7, SENIOR_GENERAL: 9.6, SENIOR_VOCATIONAL: 10, SPECIAL: 24 },
  EQUIPMENT_VALUE: { PRIMARY: 2150, JUNIOR: 2680, SENIOR_GENERAL: 3300, SENIOR_VOCATIONAL: 6200, SPECIAL: 9000 },
  BOOKS: { PRESCHOOL: 9, PRIMARY: 28, JUNIOR: 38, SENIOR_GENERAL: 44, SENIOR_VOCATIONAL: 30, SPECIAL: 40 },
  COMPUTERS: { PRIMARY: 0.13, JUNIOR: 0.15, SENIOR_GENERAL: 0.16, SENIOR_VOCATIONAL: 0.3, SPECIAL: 0.35 },
  // National thresholds of universal preschool: 8.17 m² indoors and 4 m² outdoors.
  ACTIVITY_AREA: { PRESCHOOL: 8.7 },
  OUTDOOR_AREA: { PRESCHOOL: 4.5 },
};

/** Items counted in whole pieces. */
export const wholeItems: readonly string[] = ["BOOKS", "COMPUTERS"];

/** An item of which a document states the amount for each student of a stage in a year. */
export interface StatedPerStudent {
  readonly item: string;
  readonly stage: StageName;
  readonly year: number;
  readonly amount: number;
}

/** 220503: 47 and 48 books a student, 2.2 and 2 computers for ten, in 2020. */
export const statedPerStudent: Readonly<Record<string, readonly StatedPerStudent[]>> = {
  "220503": [
    { item: "BOOKS", stage: "JUNIOR", year: 2020, amount: 47 },
    { item: "BOOKS", stage: "PRIMARY", year: 2020, amount: 48 },
    { item: "COMPUTERS", stage: "JUNIOR", year: 2020, amount: 0.22 },
    { item: "COMPUTERS", stage: "PRIMARY", year: 2020, amount: 0.2 },
  ],
};

/** Schools with a recording room by year: 25 in 140426 in 2022, 8 in 220503 in 2020. */
export const recordingSchools: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  "140426": { 2018: 6, 2020: 9, 2022: 25 },
  "220503": { 2018: 5, 2019: 6, 2020: 8 },
};

/** From this year every classroom is lit as the standard asks and every student has desk and chair. */
export const compliantSince: Readonly<Record<string, number>> = { "140426": 2022 };

/** 220622: site and floor area of 河北公办幼儿园 as its project states them, m². */
export const statedAreas: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "000-hebei_kg": { SITE_AREA: 9375.35, BUILDING_AREA: 5065.1 },
};
