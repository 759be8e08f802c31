import type { CountyPlan } from "../county-plan.js";
import type { RunningCost } from "./running-costs.js";

/** Years in which one school of the county files no accounts. */
const gapYears = [2020, 2022] as const;

/** The closed accounts filed: one a school and year with running costs, but for one school in each gap year. */
export function financeReturns(plan: CountyPlan, costs: readonly RunningCost[]) {
  const missing = new Set(gapYears.map((year) => `${schoolWithoutReturn(plan, costs, year)}/${year}`));
  const filed = new Map(costs.map(({ school, year }) => [`${school.id}/${year}`, { schoolId: school.id, year }]));
  return [...filed]
    .filter(([key]) => !missing.has(key))
    .map(([, { schoolId, year }]) => ({ schoolId, year, filedOn: `${year + 1}-02-25`, origin: "SYNTHETIC" as const }));
}

/** A made-up public school beyond kindergarten; none that a document names. */
function schoolWithoutReturn(plan: CountyPlan, costs: readonly RunningCost[], year: number): string | null {
  const candidates = costs.filter(
    (cost) =>
      cost.year === year &&
      cost.school.namedId === null &&
      cost.school.ownership === "PUBLIC" &&
      cost.stage === "PRIMARY",
  );
  return candidates.length === 0 ? null : plan.random(`funding.no-return.${year}`).pick(candidates).school.id;
}
