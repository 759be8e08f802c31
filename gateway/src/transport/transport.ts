import type { Viewer } from "@hub/schema";
import type { GraphQLFormattedError } from "graphql";

/** One GraphQL request to one subgraph. `query` texts repeat, so a transport may cache by them. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** A mutation is never sent twice. */
  readonly kind: "query" | "mutation";
}

/** What travels with a request: who asks, under which request id, how long it may take, when the client left. */
export interface SubgraphCall {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Epoch milliseconds after which the answer is worthless. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** The client's headers a graph outside the hub may ask for, `authorization` first. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A subgraph's answer as the specification shapes it. `data` may be an object graph that must not be changed. */
export interface SubgraphResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * The way to one subgraph: in process or over HTTP, the same for the gateway.
 *
 * Throws HubError SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT or SUBGRAPH_INVALID_RESPONSE, naming the subgraph and never its address.
 */
export interface SubgraphTransport {
  readonly subgraph: string;
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult>;
  /**
   * The stamp of the subgraph's data and day: two equal stamps mean that nothing it reads has changed in between.
   * Transports to data in one place have one function. Rejects when the subgraph does not say.
   */
  readonly stamp?: () => Promise<string>;
  /** Whether the subgraph would answer now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
