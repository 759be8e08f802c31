import type { FetchNode, PlanNode } from "@apollo/query-planner";

/** One fetch of the plan, where its entities are, and the fetches that must have ended before it starts. */
export interface PlanStep {
  node: FetchNode;
  path: readonly string[];
  after: readonly PlanStep[];
}

/** The planner's tree of sequences and parallels as a list of steps, each after those it waits for. */
export function listSteps(plan: PlanNode | undefined): readonly PlanStep[] {
  const steps: PlanStep[] = [];

  /** Adds the steps under `node`; returns those a following node must wait for. */
  function visit(node: PlanNode | undefined, path: readonly string[], after: readonly PlanStep[]): readonly PlanStep[] {
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
        const step = { node, path, after };
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
