import type { Logger } from "pino";
import type { HubContext } from "../hub-context.js";

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/**
 * One line per operation: who asked what, how long it took, which subgraphs were called, what went wrong, and whether
 * the answer was one already made.
 */
export function logRequest(
  log: Logger,
  method: string,
  context: HubContext,
  status: number,
  ms: number,
  from: "made" | "kept" | "shared" = "made",
): void {
  if (!log.isLevelEnabled("info")) return;
  const { requestId, viewer } = context;
  const { operationName, codes, calls } = context.record;
  log.info(
    {
      requestId,
      method,
      operation: operationName,
      viewer: viewer.subject,
      status,
      ...(from === "made" ? {} : { answer: from }),
      ms: rounded(ms),
      errors: codes,
      subgraphs: Object.fromEntries(
        Object.entries(calls).map(([subgraph, record]) => [subgraph, { calls: record.calls, ms: rounded(record.ms) }]),
      ),
    },
    "operation",
  );
}
