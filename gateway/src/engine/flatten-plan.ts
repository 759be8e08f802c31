import type { PlanNode } from "@apollo/query-planner";
import { compileFetch, type CompiledFetch, type Guard } from "./compile-fetch.js";
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
    guards: readonly Guard[],
    after: readonly FetchStep[],
  ): readonly FetchStep[] {
    switch (node?.kind) {
      case undefined:
        return after;
      case "Sequence":
        return node.nodes.reduce((waiting, child) => visit(child, path, guards, waiting), after);
      case "Parallel":
        return [...new Set(node.nodes.flatMap((child) => visit(child, path, guards, after)))];
      case "Flatten":
        return visit(node.node, [...path, ...node.path.map(String)], guards, after);
      case "Condition": {
        const { condition: variable } = node;
        const taken = visit(node.ifClause, path, [...guards, { variable, wanted: true }], after);
        const other = visit(node.elseClause, path, [...guards, { variable, wanted: false }], after);
        return [...new Set([...taken, ...other])];
      }
      case "Fetch": {
        const step = { fetch: compileFetch(node, path, guards, types), after };
        steps.push(step);
        return [step];
      }
      case "Defer":
        throw new TypeError("Plan: found a deferred part; expected a plan without @defer.");
    }
  }

  visit(plan, [], [], []);
  return steps;
}
