import type { SubgraphRequestInfo } from "@hub/kit";
import type { FundedOverdue } from "./funded-overdue/funded-overdue.graph.js";

/** Indicators are computed from what the gateway brings: no store, no loader. */
export interface IndicatorsContext extends SubgraphRequestInfo {
  /** What was worked out for a question, by its id: fields asked for apart come with the same tables. */
  readonly fundedOverdue: Map<string, FundedOverdue>;
}

export function createIndicatorsContext({ viewer, requestId }: SubgraphRequestInfo): IndicatorsContext {
  return { viewer, requestId, fundedOverdue: new Map() };
}
