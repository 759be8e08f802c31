import type { SubgraphRequestInfo } from "@hub/kit";

/** Indicators are computed from what the gateway brings: no store, no loader. */
export type IndicatorsContext = SubgraphRequestInfo;

export function createIndicatorsContext(request: SubgraphRequestInfo): IndicatorsContext {
  return request;
}
