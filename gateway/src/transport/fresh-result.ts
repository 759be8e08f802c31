import type { SubgraphResult } from "./transport.js";

const FRESH = Symbol("fresh");

/** Marks an answer nobody else keeps: whoever asked may change it in place. */
export function markFresh(result: SubgraphResult): SubgraphResult {
  (result as { [FRESH]?: true })[FRESH] = true;
  return result;
}

/** Whether an answer belongs to whoever asked. */
export function isFresh(result: SubgraphResult): boolean {
  return FRESH in result;
}
