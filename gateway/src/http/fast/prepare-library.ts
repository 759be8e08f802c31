import { PUBLIC_VIEWER } from "@hub/schema";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Engine } from "../../engine/index.js";
import type { KnownOperations } from "./known-operations.js";

/** An operation clients are likely to send, with variables it accepts. */
export interface LikelyOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Parses, validates, plans and compiles operations before anybody asks, one a turn, so that the first to ask does not
 * wait for it. Nothing is asked of a subgraph. Those that are not valid are left out.
 */
export async function prepareLibrary(
  likely: readonly LikelyOperation[],
  engine: Engine,
  operations: KnownOperations,
): Promise<void> {
  const signal = AbortSignal.abort();
  const call = { viewer: PUBLIC_VIEWER, requestId: "start", deadline: 0, signal };
  for (const { query, variables } of likely) {
    await nextTurn();
    const operation = operations.find(query, undefined);
    if (operation === null) continue;
    const { key, document } = operation;
    // A request whose client has left ends before its first call, with everything made ready for the next.
    await engine.executeToJson({ key, document, operationName: undefined, variables }, call);
  }
}
