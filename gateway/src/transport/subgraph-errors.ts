import { HubError } from "@hub/schema";

/** SUBGRAPH_UNAVAILABLE for one subgraph, named but never located. `found` completes "found …; expected an answer". */
export function subgraphUnavailable(subgraph: string, found: string): HubError {
  return new HubError("SUBGRAPH_UNAVAILABLE", `Subgraph "${subgraph}": found ${found}; expected an answer.`, {
    subgraph,
  });
}

/** SUBGRAPH_TIMEOUT for one subgraph: the request's deadline passed before it answered. */
export function subgraphTimeout(subgraph: string): HubError {
  return new HubError(
    "SUBGRAPH_TIMEOUT",
    `Subgraph "${subgraph}": found no answer in time; expected one before the deadline.`,
    {
      subgraph,
    },
  );
}

/** SUBGRAPH_INVALID_RESPONSE for one subgraph. `found` and `expected` describe the shape and never quote the answer. */
export function subgraphInvalidResponse(subgraph: string, found: string, expected: string): HubError {
  return new HubError("SUBGRAPH_INVALID_RESPONSE", `Subgraph "${subgraph}": found ${found}; expected ${expected}.`, {
    subgraph,
  });
}
