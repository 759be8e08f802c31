/** Outcomes of a county's schools of a stage by calendar year; shared out over the schools by their leavers. */
export type YearTable = Readonly<Record<string, Readonly<Record<number, number>>>>;

/**
 * University admissions of general senior schools.
 *
 * 220622: tiers of 2016–2020, one student to Tsinghua in 2018 and in 2020, 24 to a 985 university in 2020; the rest is made up.
 */
export const generalAdmissions: Readonly<Record<string, YearTable>> = {
  "220622": {
    ADMITTED_TIER1: { 2016: 23, 2017: 64, 2018: 64, 2019: 63, 2020: 94, 2021: 97, 2022: 92, 2023: 101 },
    ADMITTED_TIER2: { 2016: 120, 2017: 224, 2018: 252, 2019: 378, 2020: 415, 2021: 409, 2022: 421, 2023: 418 },
    ADMITTED_985: { 2016: 3, 2017: 11, 2018: 12, 2019: 15, 2020: 24, 2021: 22, 2022: 21, 2023: 25 },
    ADMITTED_TSINGHUA: { 2016: 0, 2017: 0, 2018: 1, 2019: 0, 2020: 1, 2021: 0, 2022: 0, 2023: 0 },
  },
};

/**
 * Leavers of vocational senior schools.
 *
 * 220622: 57 of 66 (86 %) in 2017, 64 of 66 (97 %) in 2018, 196 of 202 (97 %) in 2020; 15 reached the bachelor line
 * in 2020; 1, 2 and 3 went on to a bachelor's course in 2017, 2018 and 2019; at least 97 % found work or study in 2020.
 * 140426: 93 graduates and 64 admitted in 2022. The other numbers are made up.
 */
export const vocationalOutcomes: Readonly<Record<string, YearTable>> = {
  "220622": {
    GRADUATES: { 2016: 61, 2017: 66, 2018: 66, 2019: 131, 2020: 202, 2021: 214, 2022: 229, 2023: 246 },
    ADMITTED_HIGHER: { 2016: 50, 2017: 57, 2018: 64, 2019: 126, 2020: 196, 2021: 205, 2022: 221, 2023: 238 },
    ADMITTED_BACHELOR: { 2016: 0, 2017: 1, 2018: 2, 2019: 3, 2020: 6, 2021: 7, 2022: 7, 2023: 9 },
    AT_BACHELOR_LINE: { 2016: 2, 2017: 4, 2018: 6, 2019: 9, 2020: 15, 2021: 14, 2022: 16, 2023: 17 },
    EMPLOYED_FIRST: { 2016: 58, 2017: 63, 2018: 64, 2019: 127, 2020: 197, 2021: 208, 2022: 223, 2023: 239 },
  },
  "140426": {
    GRADUATES: { 2016: 81, 2017: 84, 2018: 87, 2019: 85, 2020: 89, 2021: 91, 2022: 93, 2023: 94 },
    ADMITTED_HIGHER: { 2016: 44, 2017: 47, 2018: 51, 2019: 52, 2020: 57, 2021: 60, 2022: 64, 2023: 69 },
    ADMITTED_BACHELOR: { 2016: 0, 2017: 0, 2018: 1, 2019: 0, 2020: 1, 2021: 2, 2022: 1, 2023: 3 },
    EMPLOYED_FIRST: { 2016: 76, 2017: 79, 2018: 83, 2019: 81, 2020: 85, 2021: 87, 2022: 89, 2023: 91 },
  },
};

/** Per cent of a first-grade cohort that finishes grade 9; the documents state 100 (220622) and 99.3 (140426, 2022). */
export const retention: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  "220622": { 2016: 100 },
  "140426": { 2016: 98.9, 2019: 99.1, 2022: 99.3 },
  "220503": { 2016: 99.4, 2020: 99.6 },
};

/** Retention where no document states it. */
export const usualRetention = 98.4;

/** Counties that report no dropout at all. */
export const countiesWithoutDropouts: readonly string[] = ["220622", "140426", "220503"];

/** Counts a document states of a school it names: county, school, year, kind, line. */
export const statedOutcomes: readonly {
  readonly county: string;
  readonly school: string;
  readonly year: number;
  readonly kind: string;
  readonly line: number;
}[] = [
  { county: "140426", school: "002-licheng_vocational", year: 2022, kind: "GRADUATES", line: 40 },
  { county: "140426", school: "002-licheng_vocational", year: 2022, kind: "ADMITTED_HIGHER", line: 40 },
];
