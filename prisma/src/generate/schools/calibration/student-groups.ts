/** Students of a group in a county by census year; the years between two known ones take the earlier one's number. */
export interface GroupTotals {
  readonly group: string;
  readonly byYear: Readonly<Record<number, number>>;
}

/**
 * Groups by county.
 *
 * 220622: 97.6 % of the disabled children of three kinds in school, 100 % of migrant and left-behind children.
 * 140426: 932 left-behind children and 165 disabled ones (109 + 41 + 15) in the school year 2021.
 * 220503: 29 disabled children, 20 + 6 of them in school, in 2020.
 */
export const groupTotals: Readonly<Record<string, readonly GroupTotals[]>> = {
  "220622": [
    { group: "LEFT_BEHIND", byYear: { 2018: 648, 2019: 631, 2020: 612, 2021: 590, 2022: 571, 2023: 549 } },
    { group: "MIGRANT", byYear: { 2018: 207, 2019: 214, 2020: 221, 2021: 226, 2022: 224, 2023: 219 } },
    { group: "DISABLED_MAINSTREAMED", byYear: { 2018: 19, 2020: 20, 2022: 21 } },
    { group: "DISABLED_HOME_TEACHING", byYear: { 2018: 9, 2020: 8, 2022: 8 } },
  ],
  "140426": [
    { group: "LEFT_BEHIND", byYear: { 2018: 1052, 2019: 1013, 2020: 971, 2021: 932, 2022: 896, 2023: 861 } },
    { group: "MIGRANT", byYear: { 2018: 318, 2020: 331, 2021: 340, 2022: 352, 2023: 347 } },
    { group: "DISABLED_MAINSTREAMED", byYear: { 2018: 38, 2020: 40, 2021: 41, 2022: 43 } },
    { group: "DISABLED_HOME_TEACHING", byYear: { 2018: 17, 2021: 15, 2023: 14 } },
  ],
  "220503": [
    { group: "LEFT_BEHIND", byYear: { 2018: 141, 2020: 128, 2022: 117 } },
    { group: "MIGRANT", byYear: { 2018: 263, 2020: 274, 2022: 281 } },
    { group: "DISABLED_MAINSTREAMED", byYear: { 2018: 20 } },
    { group: "DISABLED_HOME_TEACHING", byYear: { 2018: 6 } },
  ],
};

/** Share of the compulsory-stage students in a group, for counties no document says anything of. */
export const groupShares: Readonly<Record<string, number>> = {
  LEFT_BEHIND: 0.065,
  MIGRANT: 0.021,
  DISABLED_MAINSTREAMED: 0.0024,
  DISABLED_HOME_TEACHING: 0.0009,
};

/** Disabled children of school age the county knows of, beyond those in school. */
export const disabledOutOfSchool: Readonly<Record<string, number>> = { "220622": 2, "140426": 0, "220503": 3 };

/** Counts a document states of a school it names: county, school, year, group, line. */
export const statedGroups: readonly {
  readonly county: string;
  readonly school: string;
  readonly year: number;
  readonly group: string;
  readonly line: number;
}[] = [{ county: "140426", school: "002-boai_special", year: 2021, group: "DISABLED_SPECIAL_SCHOOL", line: 56 }];
