import { usualCalibration, type PersonnelCalibration } from "./calibration.js";

const fiveYears = [2016, 2017, 2018, 2019, 2020] as const;

/** 二道江区: 2016–2020, as its plan of 2021–2025 looks back on it. */
export const erdaojiangCalibration: PersonnelCalibration = {
  ...usualCalibration,
  meanAge: 49.3,
  teachers: { year: 2020, count: 580 },
  recruitments: [
    { year: 2016, channel: "OPEN", count: 4, rural: 3 },
    { year: 2017, channel: "OPEN", stage: "SENIOR_GENERAL", count: 5, rural: 0 },
    { year: 2017, channel: "OPEN", stage: "PRESCHOOL", count: 7, rural: 5 },
    { year: 2018, channel: "THREE_SUPPORTS", count: 4, rural: 4 },
    { year: 2019, channel: "THREE_SUPPORTS", count: 9, rural: 9 },
    { year: 2019, channel: "OPEN", count: 15, rural: 13 },
  ],
  recruitmentsFixed: [2016, 2020],
  transfers: [
    { year: 2016, count: 15 },
    { year: 2017, count: 14 },
    { year: 2018, count: 16 },
  ],
  transfersFixed: [2016, 2020],
  supportTeaching: [
    { year: 2016, count: 4 },
    { year: 2017, count: 4 },
    { year: 2018, count: 4 },
    { year: 2019, count: 3 },
    { year: 2020, count: 3 },
  ],
  mismatched: { year: 2020, count: 150 },
  honours: [
    { kind: "BACKBONE", level: "PROVINCE", count: 15, years: fiveYears },
    { kind: "BACKBONE", level: "CITY", count: 42, years: fiveYears },
    { kind: "SUBJECT_LEADER", level: "CITY", count: 8, years: fiveYears },
    { kind: "BACKBONE", level: "COUNTY", count: 23, years: fiveYears },
    { kind: "SUBJECT_LEADER", level: "COUNTY", count: 8, years: fiveYears },
    { kind: "COMMENDATION", level: "COUNTY", count: 40, years: [2019, 2020, 2021, 2022] },
  ],
  trainingFixed: [2016, 2020],
  trainingRota: fiveYears,
  activities: [{ kind: "SUPPORT_TEACHING_BATCH", years: fiveYears, quantity: 5 }],
};
