import { compileFetch, type CompiledFetch } from "./compile-fetch.js";
import type { PlanStep } from "./plan-steps.js";
import type { TypeConditions } from "./type-conditions.js";

/** One compiled fetch and the fetches that must have ended before it starts. */
export interface FetchStep {
  readonly fetch: CompiledFetch;
  readonly after: readonly FetchStep[];
}

/** Compiles the steps of a plan, each after those it waits for. */
export function compileSteps(steps: readonly PlanStep[], types: TypeConditions): readonly FetchStep[] {
  const compiled = new Map<PlanStep, FetchStep>();
  const compile = (step: PlanStep): FetchStep => {
    const known = compiled.get(step);
    if (known !== undefined) return known;
    const after = step.after.map(compile);
    const made = { fetch: compileFetch(step.node, step.path, types), after };
    compiled.set(step, made);
    return made;
  };
  steps.forEach(compile);
  return [...compiled.values()];
}
