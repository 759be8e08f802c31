import type { FactColumn, Indicator } from "../indicator.js";
import type { Formula } from "../formula.js";
import { input, ratio } from "../formula.js";

const FORMULA: Formula<FactColumn> = ratio(input("students"), input("classes"));

/** Average size of a class. */
export const studentsPerClass: Indicator = {
  code: "CLASS-4",
  version: "1",
  title: { en: "Students per class", zh: "平均班额" },
  unit: { en: "students per class", zh: "学生/班" },
  formula: () => FORMULA,
  thresholds: [],
  source: { en: "Educational statistics.", zh: "教育统计：在校生数 ÷ 班级数。" },
};
