import type { StageName } from "../../county-plan.js";

/** Personnel cost of a pupil in the first year, yuan: the larger part of what a school costs. */
export const personnelPerPupil: Readonly<Record<StageName, number>> = {
  PRESCHOOL: 6_500,
  PRIMARY: 11_500,
  JUNIOR: 14_500,
  SENIOR_GENERAL: 13_800,
  SENIOR_VOCATIONAL: 14_200,
  SPECIAL: 38_000,
};

/** The country's public-use rates in yuan a pupil and year; from 2023 the compulsory ones are higher. */
export function publicUseRate(stage: StageName, year: number): number {
  switch (stage) {
    case "PRESCHOOL":
      return 500;
    case "PRIMARY":
      return year < 2023 ? 650 : 720;
    case "JUNIOR":
      return year < 2023 ? 850 : 940;
    case "SENIOR_GENERAL":
      return 1_000;
    case "SENIOR_VOCATIONAL":
      return 1_200;
    case "SPECIAL":
      return 6_000;
  }
}

/** Yuan a boarder and year on top of the rate. */
export function boardingAddOn(year: number): number {
  return year < 2023 ? 200 : 300;
}

/** A compulsory-stage school below this many pupils is paid as if it had them. */
export const smallSchoolPupils = 100;

/** Share of a boarding school's compulsory-stage pupils who board. */
export const boardersShare = 0.5;

/**
 * Personnel money of a year against the year before: growth in 2018, 2019 and 2020, three years in a row as 靖宇县 reports,
 * between a fall in 2017 and one in 2021.
 */
export const personnelGrowth: Readonly<Record<number, number>> = {
  2017: 0.99,
  2018: 1.055,
  2019: 1.05,
  2020: 1.045,
  2021: 0.98,
  2022: 1.035,
  2023: 1.04,
};
