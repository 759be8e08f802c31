import type { FactColumn, Indicator } from "../indicator.js";
import type { Formula } from "../formula.js";
import { input, ratio } from "../formula.js";

const FORMULA: Formula<FactColumn> = ratio(input("students"), input("teachers"));

/** Students per teacher, teachers counted where they teach on the census date. */
export const studentsPerTeacher: Indicator = {
  code: "STAFF-7",
  version: "1",
  title: { en: "Students per teacher", zh: "生师比" },
  unit: { en: "students per teacher", zh: "学生/教师" },
  formula: () => FORMULA,
  thresholds: [],
  source: {
    en: "Statistic of full-time teachers: students of the stage over teachers teaching it.",
    zh: "教育统计：学段在校生数 ÷ 在该学段任教的专任教师数。",
  },
};
