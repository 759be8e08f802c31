import type { SubgraphResult } from "./transport.js";

const FRESH = Symbol("fresh");
const UNESCAPED = Symbol("unescaped");

type Marked = SubgraphResult & { [FRESH]?: true; [UNESCAPED]?: boolean };

/**
 * Marks an answer nobody else keeps: whoever asked may change it in place. `unescaped`: it came as JSON without a single
 * escape, so that each of its texts can be written as JSON as it is.
 */
export function markFresh(result: SubgraphResult, unescaped = false): SubgraphResult {
  const marked: Marked = result;
  marked[FRESH] = true;
  marked[UNESCAPED] = unescaped;
  return result;
}

/** Whether an answer belongs to whoever asked. */
export function isFresh(result: Marked): boolean {
  return result[FRESH] === true;
}

/** Whether no text of the answer has a character that JSON escapes. */
export function isUnescaped(result: Marked): boolean {
  return result[UNESCAPED] === true;
}
