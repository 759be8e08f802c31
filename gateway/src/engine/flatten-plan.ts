import type { PlanNode } from "@apollo/query-planner";
import { compileFetch, type CompiledFetch } from "./compile-fetch.js";
import { listSteps, type PlanStep } from "./plan-steps.js";
import { repairRequirements, type RepairContext } from "./repair-requirements.js";
import type { TypeConditions } from "./type-conditions.js";

/** One compiled fetch and the fetches that must have ended before it starts. */
export interface FetchStep {
  readonly fetch: CompiledFetch;
  readonly after: readonly FetchStep[];
}

/** The planner's tree as compiled fetches, each after those it waits for. */
export function flattenPlan(
  plan: PlanNode | undefined,
  types: TypeConditions,
  repair: RepairContext,
): readonly FetchStep[] {
  const compiled = new Map<PlanStep, FetchStep>();
  for (const step of repairRequirements(listSteps(plan), repair)) {
    const after = step.after.flatMap((before) => compiled.get(before) ?? []);
    compiled.set(step, { fetch: compileFetch(step.node, step.path, types), after });
  }
  return [...compiled.values()];
}
