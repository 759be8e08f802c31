import { inclusiveCoverage, preschoolGrossEnrolment, publicShare } from "./definitions/preschool.js";
import { spendingPerStudent } from "./definitions/spending-per-student.js";
import { staffingGap } from "./definitions/staffing-gap.js";
import { studentsPerClass } from "./definitions/students-per-class.js";
import { studentsPerTeacher } from "./definitions/students-per-teacher.js";
import type { Indicator } from "./indicator.js";

/** Every indicator the hub computes, by code. */
export const indicators: ReadonlyMap<string, Indicator> = new Map(
  [
    studentsPerTeacher,
    studentsPerClass,
    spendingPerStudent,
    staffingGap,
    preschoolGrossEnrolment,
    inclusiveCoverage,
    publicShare,
  ].map((indicator) => [indicator.code, indicator]),
);

export { inclusiveCoverage, preschoolGrossEnrolment, publicShare } from "./definitions/preschool.js";
export { spendingPerStudent } from "./definitions/spending-per-student.js";
export { staffingGap } from "./definitions/staffing-gap.js";
export { studentsPerClass } from "./definitions/students-per-class.js";
export { studentsPerTeacher } from "./definitions/students-per-teacher.js";
