import { usualCalibration, type PersonnelCalibration } from "./calibration.js";

/** 黎城县: the summary of 2022. */
export const lichengCalibration: PersonnelCalibration = {
  ...usualCalibration,
  meanAge: 42,
  pupilsPerTeacher: [
    { stage: "SENIOR_GENERAL", from: 2018, ratio: 13.8 },
    { stage: "SENIOR_GENERAL", from: 2022, ratio: 12.5 },
  ],
  recruitments: [
    { year: 2022, channel: "TALENT", stage: "SENIOR_GENERAL", count: 6 },
    { year: 2022, channel: "OPEN", stage: "SENIOR_GENERAL", count: 24 },
    { year: 2022, channel: "OPEN", stage: "PRESCHOOL", count: 5 },
    { year: 2022, channel: "OPEN", stage: "PRIMARY", count: 18 },
    { year: 2022, channel: "OPEN", stage: "JUNIOR", count: 8 },
    { year: 2022, channel: "SPECIAL_POST", stage: "PRIMARY", count: 12 },
    { year: 2022, channel: "SPECIAL_POST", stage: "JUNIOR", count: 8 },
  ],
  recruitmentsFixed: [2022, 2022],
  rotations: [{ year: 2022, count: 211 }],
  ideologyTeachers: { year: 2022, count: 170 },
  psychologyFrom: 2022,
  honours: [
    ...usualCalibration.honours,
    {
      kind: "HOMEWORK_DESIGN_AWARD",
      level: "PROVINCE",
      count: 32,
      years: [2022],
      title: "义务教育阶段中小学作业设计大赛",
      stages: ["PRIMARY", "JUNIOR"],
      schools: 3,
    },
  ],
  training: [
    {
      year: 2022,
      course: "JUNIOR_EXAM",
      level: "COUNTY",
      audience: "TEACHERS",
      stage: "JUNIOR",
      persons: 392,
      attendances: 784,
      hours: 12,
    },
    { year: 2022, course: "CHANGZHI_LECTURES", level: "CITY", audience: "TEACHERS", attendances: 1016, hours: 6 },
    { year: 2022, course: "NATIONAL_PLAN", level: "NATIONAL", audience: "TEACHERS", attendances: 23, hours: 80 },
    {
      year: 2022,
      course: "ALL_STAFF",
      level: "COUNTY",
      audience: "TEACHERS",
      persons: 1580,
      attendances: 3160,
      hours: 24,
    },
  ],
  trainingFixed: [2022, 2022],
  activities: [
    { kind: "VISITING_EXPERTS", years: [2022], quantity: 18, records: 3 },
    { kind: "EXAM_TRAINING_ROUND", years: [2022], quantity: 2, records: 2 },
  ],
};
