import { usualCalibration, type PersonnelCalibration, type TrainingLine } from "./calibration.js";

const fiveYears = [2016, 2017, 2018, 2019, 2020] as const;

/** Courses of the teachers' ICT programme: 7 courses, 1,409 enrolments. */
const ictCourses: readonly TrainingLine[] = [
  ["MANAGERS", 82],
  ["TRAINERS", 47],
  ["PRIMARY_CHINESE", 318],
  ["PRIMARY_MATHEMATICS", 296],
  ["JUNIOR_SUBJECTS", 341],
  ["SENIOR_SUBJECTS", 154],
  ["KINDERGARTEN", 171],
].map(([course, attendances]) => ({
  year: 2020,
  course: `ICT_ABILITY_2:${course}`,
  level: "PROVINCE",
  audience: "TEACHERS",
  attendances: Number(attendances),
  hours: 50,
}));

/**
 * 2016–2020: 4,008 attendances of national, provincial and city training and 12,557 of county training,
 * which together are the 484 of principals and the 16,081 of teachers (811 of them new teachers).
 */
const provinceTeachers = [190, 190, 191, 200, 0] as const;
const newTeachers = [140, 150, 160, 155, 206] as const;
const countyPrincipals = [60, 60, 62, 62, 62] as const;

const yearly = fiveYears.flatMap((year, index): TrainingLine[] => [
  { year, course: "NATIONAL_PLAN", level: "NATIONAL", audience: "TEACHERS", attendances: 180, hours: 60 },
  {
    year,
    course: "PROVINCE_PLAN",
    level: "PROVINCE",
    audience: "TEACHERS",
    attendances: provinceTeachers[index] ?? 0,
    hours: 60,
  },
  { year, course: "CITY_PLAN", level: "CITY", audience: "TEACHERS", attendances: 150, hours: 24 },
  { year, course: "PRINCIPALS_CITY", level: "CITY", audience: "PRINCIPALS", attendances: 20, hours: 24 },
  {
    year,
    course: "PRINCIPALS_COUNTY",
    level: "COUNTY",
    audience: "PRINCIPALS",
    attendances: countyPrincipals[index] ?? 0,
    hours: 16,
  },
  {
    year,
    course: "NEW_TEACHERS",
    level: "COUNTY",
    audience: "NEW_TEACHERS",
    attendances: newTeachers[index] ?? 0,
    persons: 48,
    hours: 40,
  },
  { year, course: "ALL_STAFF", level: "COUNTY", audience: "TEACHERS", attendances: 2288, persons: 1380, hours: 24 },
]);

/** 靖宇县: the summary of 2020 and of 2016–2020. */
export const jingyuCalibration: PersonnelCalibration = {
  ...usualCalibration,
  meanAge: 43,
  teachers: { year: 2020, count: 1530 },
  recruitments: [
    { year: 2016, channel: "OPEN", count: 18 },
    { year: 2016, channel: "SPECIAL_POST", count: 22 },
    { year: 2017, channel: "OPEN", count: 20 },
    { year: 2017, channel: "SPECIAL_POST", count: 18 },
    { year: 2017, channel: "FREE_NORMAL", count: 4 },
    { year: 2018, channel: "OPEN", count: 21 },
    { year: 2018, channel: "SPECIAL_POST", count: 20 },
    { year: 2018, channel: "MASTER_PLAN", count: 4 },
    { year: 2019, channel: "OPEN", count: 20 },
    { year: 2019, channel: "SPECIAL_POST", count: 16 },
    { year: 2019, channel: "FREE_NORMAL", count: 6 },
    { year: 2020, channel: "OPEN", count: 58 },
    { year: 2020, channel: "FREE_NORMAL", count: 8 },
    { year: 2020, channel: "MASTER_PLAN", count: 4 },
    { year: 2021, channel: "OPEN", count: 18, stage: "PRESCHOOL" },
    { year: 2021, channel: "OPEN", count: 24 },
  ],
  recruitmentsFixed: [2016, 2021],
  guests: [
    { year: 2020, channel: "SILVER_AGE", count: 13 },
    { year: 2020, channel: "THREE_AREAS", count: 15 },
  ],
  guards: { year: 2020, count: 20 },
  honours: [
    { kind: "BACKBONE", level: "PROVINCE", count: 41, years: fiveYears },
    { kind: "BACKBONE", level: "CITY", count: 62, years: fiveYears },
    { kind: "BACKBONE", level: "COUNTY", count: 118, years: fiveYears },
    { kind: "MASTER", level: "COUNTY", count: 93, years: fiveYears },
    { kind: "CONTEST_AWARD", level: "CITY", count: 6, years: [2020], title: "教学精英竞赛课/教学十佳" },
    { kind: "COMMENDATION", level: "CITY", count: 14, years: [2020] },
    { kind: "COMMENDATION", level: "COUNTY", count: 30, years: [2020] },
    { kind: "GOOD_PERSON", level: "COUNTY", count: 6, years: [2020] },
    { kind: "GOOD_PERSON_CANDIDATE", level: "COUNTY", count: 11, years: [2020] },
    { kind: "YOUNG_PIONEER_COUNSELLOR", level: "CITY", count: 5, years: [2020], stages: ["PRIMARY", "JUNIOR"] },
  ],
  training: [
    ...yearly.filter(({ attendances }) => attendances > 0),
    ...ictCourses,
    {
      year: 2020,
      course: "PRINCIPAL_QUALIFICATION",
      level: "PROVINCE",
      audience: "PRINCIPALS",
      attendances: 78,
      hours: 300,
    },
  ],
  trainingFixed: [2016, 2020],
  research: [
    {
      kind: "SCHOOL_TOPIC",
      level: "SCHOOL",
      count: 895,
      years: [2020],
      participants: 1301,
      results: { COUNTY_EXCELLENT: 97, CITY_EXCELLENT: 26 },
    },
    { kind: "ETHICS_SUBTOPIC", level: "COUNTY", count: 22, years: [2020] },
    { kind: "TOPIC", level: "PROVINCE", count: 33, years: fiveYears },
    { kind: "TOPIC", level: "CITY", count: 57, years: fiveYears },
    { kind: "CITY_EDUCATION_TOPIC", level: "CITY", count: 17, years: fiveYears },
    { kind: "SCHOOL_TOPIC", level: "SCHOOL", count: 380, years: [2021, 2022, 2023] },
  ],
  activities: [
    { kind: "ONLINE_RESEARCH_EXCHANGE", years: [2020], quantity: 13, records: 13 },
    { kind: "ABILITY_TRAINING_SESSION", years: [2020], quantity: 57, records: 57 },
    { kind: "NEW_TEACHER_MENTORING", years: fiveYears, quantity: 216 },
    { kind: "LESSONS_OBSERVED_AND_COMMENTED", years: fiveYears, quantity: 540, records: 40 },
  ],
};
