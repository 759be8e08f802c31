import type { HubError } from "@hub/schema";
import { ExchangeFailure } from "./http-exchange.js";
import { subgraphInvalidResponse, subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphRequest } from "./transport.js";

/** Why an attempt gave no answer: a fault, whether the same request may be sent again, whether the subgraph is to blame. */
export interface FailedAttempt {
  readonly fault: HubError;
  readonly again: boolean;
  readonly down: boolean;
}

const RESTARTING = new Set([502, 503, 504]);

/** The failure a status alone says: a subgraph, or what stands before it, that restarts. */
export function restartOf(subgraph: string, status: number, { kind }: SubgraphRequest): FailedAttempt | undefined {
  if (status < 500 || !RESTARTING.has(status)) return undefined;
  return { fault: subgraphUnavailable(subgraph, `status ${status}`), again: kind === "query", down: true };
}

/** What a failed exchange means. */
export function failureOf(subgraph: string, error: unknown, request: SubgraphRequest): FailedAttempt {
  if (!(error instanceof ExchangeFailure)) {
    return { fault: subgraphUnavailable(subgraph, "a request that cannot be sent"), again: false, down: false };
  }
  switch (error.kind) {
    case "timeout":
      return { fault: subgraphTimeout(subgraph), again: false, down: true };
    case "cancelled":
      return { fault: subgraphUnavailable(subgraph, "a client that left"), again: false, down: false };
    case "too large":
      return {
        fault: subgraphInvalidResponse(subgraph, "a longer answer", "one within the limit of bytes"),
        again: false,
        down: false,
      };
    case "undecodable":
      return {
        fault: subgraphInvalidResponse(subgraph, "an unreadable encoding", "gzip, deflate, br or none"),
        again: false,
        down: false,
      };
    case "malformed":
      return {
        fault: subgraphInvalidResponse(subgraph, "an answer that is not HTTP/1.1", "one that is"),
        again: false,
        down: true,
      };
    case "connection":
      return {
        fault: subgraphUnavailable(subgraph, "no connection"),
        again: request.kind === "query" || !error.sent,
        down: true,
      };
  }
}
