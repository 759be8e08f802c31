import type { Indicator } from "../indicator.js";
import { input, ratio } from "../formula.js";

/** Average size of a class. */
export const studentsPerClass: Indicator = {
  code: "CLASS-4",
  version: "1",
  title: { en: "Students per class", zh: "平均班额" },
  unit: { en: "students per class", zh: "学生/班" },
  formula: () => ratio(input("students"), input("classes")),
  thresholds: [],
  source: { en: "Educational statistics.", zh: "教育统计:在校生数 ÷ 班级数。" },
};
