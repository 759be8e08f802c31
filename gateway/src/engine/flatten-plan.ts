import type { PlanNode } from "@apollo/query-planner";
import { compileFetch, type CompiledFetch } from "./compile-fetch.js";
import type { TypeConditions } from "./type-conditions.js";

/** One fetch and the fetches that must have ended before it starts. */
export interface FetchStep {
  readonly fetch: CompiledFetch;
  readonly after: readonly FetchStep[];
}

/** The planner's tree of sequences and parallels as a list of steps, each after those it waits for. */
export function flattenPlan(plan: PlanNode | undefined, types: TypeConditions): readonly FetchStep[] {
  const steps: FetchStep[] = [];

  /** Adds the steps under `node`; returns those a following node must wait for. */
  function visit(
    node: PlanNode | undefined,
    path: readonly string[],
    after: readonly FetchStep[],
  ): readonly FetchStep[] {
    switch (node?.kind) {
      case undefined:
        return after;
      case "Sequence":
        return node.nodes.reduce((waiting, child) => visit(child, path, waiting), after);
      case "Parallel":
        return [...new Set(node.nodes.flatMap((child) => visit(child, path, after)))];
      case "Flatten":
        return visit(node.node, [...path, ...node.path.map(String)], after);
      case "Fetch": {
        const step = { fetch: compileFetch(node, path, types), after };
        steps.push(step);
        return [step];
      }
      case "Condition":
      case "Defer":
        throw new TypeError(`Plan: found a ${node.kind} node; expected fetches only.`);
    }
  }

  visit(plan, [], []);
  return steps;
}
