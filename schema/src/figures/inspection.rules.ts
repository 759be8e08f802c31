import type { FigureRules } from "./figure.js";

/** How published figures are computed from the records of the inspection subgraph. */
export const inspectionRules: FigureRules = {};
