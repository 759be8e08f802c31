import type { FigureRules } from "./figure.js";

/** How published figures are computed from the records of the funding subgraph. */
export const fundingRules: FigureRules = {};
