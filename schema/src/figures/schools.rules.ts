import type { FigureRules } from "./figure.js";
import { registerRules } from "./schools-register.rules.js";
import { studentRules } from "./schools-students.rules.js";
import { withoutRecordsRules } from "./schools-without-records.rules.js";

/** How published figures are computed from the records of the schools subgraph. */
export const schoolsRules: FigureRules = { ...registerRules, ...studentRules, ...withoutRecordsRules };
