import type { FigureRules } from "./figure.js";

/** How published figures are computed from the records of the personnel subgraph. */
export const personnelRules: FigureRules = {};
