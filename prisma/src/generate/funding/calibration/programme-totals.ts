import { jingyuMealSchoolKeys } from "../../plan/blueprints/jingyu.js";
import { schoolId } from "../../plan/school-id.js";

/** A year's total of a programme, yuan, with the person-times it reached. */
export interface YearTotal {
  readonly amount: string;
  readonly personTimes: number;
}

type ByCountyAndYear = Readonly<Record<string, Readonly<Record<number, YearTotal>>>>;

/** Student aid. 靖宇县: 2020 as stated, 2016–2020 adding up to 30,840,650 and 16,260; 黎城县: 2021–2022 nearly 28 million, 28,000. */
export const studentAidTotals: ByCountyAndYear = {
  "220622": {
    2016: { amount: "6050000", personTimes: 3_420 },
    2017: { amount: "6120000", personTimes: 3_380 },
    2018: { amount: "6200000", personTimes: 3_290 },
    2019: { amount: "6267950", personTimes: 3_210 },
    2020: { amount: "6202700", personTimes: 2_960 },
    2021: { amount: "6180400", personTimes: 2_905 },
    2022: { amount: "6093600", personTimes: 2_840 },
    2023: { amount: "6010200", personTimes: 2_790 },
  },
  "140426": {
    2021: { amount: "13860400", personTimes: 13_900 },
    2022: { amount: "14118300", personTimes: 14_100 },
  },
};

/** Living subsidy of rural teachers. 靖宇县: 2020 as stated. */
export const ruralSubsidyTotals: ByCountyAndYear = {
  "220622": { 2020: { amount: "3499800", personTimes: 4_191 } },
};

/** Public-use money of kindergartens. 靖宇县: 2020 as stated. */
export const preschoolPerPupilTotals: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "220622": { 2020: "558600" },
};

/** Yuan a child and year where a county does not pay the usual rate: near the stated total over the children of 2020. */
export const preschoolRates: Readonly<Record<string, number>> = { "220622": 376 };

/** Nutrition programme of 靖宇县: 2020 as stated by level; 2017–2020 adding up to 13,822,000 and 10,946 pupil-years. */
export const nutritionTotals: Readonly<
  Record<
    string,
    Readonly<Record<number, { readonly PROVINCE: string; readonly COUNTY: string; readonly pupils: number }>>
  >
> = {
  "220622": {
    2017: { PROVINCE: "2690000", COUNTY: "970000", pupils: 2_830 },
    2018: { PROVINCE: "2650000", COUNTY: "958000", pupils: 2_790 },
    2019: { PROVINCE: "2560000", COUNTY: "943000", pupils: 2_708 },
    2020: { PROVINCE: "2230000", COUNTY: "821000", pupils: 2_618 },
    2021: { PROVINCE: "2190000", COUNTY: "806000", pupils: 2_570 },
    2022: { PROVINCE: "2570000", COUNTY: "645000", pupils: 2_510 },
    2023: { PROVINCE: "2510000", COUNTY: "632000", pupils: 2_450 },
  },
};

/** The township schools the nutrition programme reaches, from its first year on. */
export const nutritionSchoolIds: Readonly<Record<string, readonly string[]>> = {
  "220622": jingyuMealSchoolKeys.map((key) => schoolId("220622", key)),
};
