import type { FigureRules } from "./figure.js";
import { allocationRules, paymentRules } from "./funding-money.rules.js";
import { investmentRules, plannedWorksRules, procurementRules, worksRules } from "./funding-projects.rules.js";

/** How published figures are computed from the records of the funding subgraph. */
export const fundingRules: FigureRules = {
  ...paymentRules,
  ...allocationRules,
  ...investmentRules,
  ...worksRules,
  ...plannedWorksRules,
  ...procurementRules,
};
