import type { FigureRules } from "./figure.js";

/** How published figures are computed from the records of the schools subgraph. */
export const schoolsRules: FigureRules = {};
