import { HubError, type Json, type Question } from "@hub/schema";
import type { GraphQLFormattedError } from "graphql";

/** What a hub answers. */
export interface HubAnswer {
  readonly data?: Json;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Whether a hub answers under this address (without a path). */
export async function isHub(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return typeof ((await response.json()) as { supergraph?: unknown }).supergraph === "string";
  } catch {
    return false;
  }
}

/** Asks a question at a GraphQL endpoint. Throws SUBGRAPH_UNAVAILABLE when nothing that speaks GraphQL is there. */
export async function sendOperation(
  endpoint: string,
  { document, name }: Question,
  variables: Readonly<Record<string, Json>>,
  token: string | null,
): Promise<HubAnswer> {
  const unreachable = (found: string): HubError =>
    new HubError("SUBGRAPH_UNAVAILABLE", `Hub at ${endpoint}: found ${found}; expected a GraphQL answer.`);
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json;q=0.9",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document, operationName: name, variables }),
  }).catch(() => {
    throw unreachable("no connection");
  });
  const answer = (await response.json().catch(() => {
    throw unreachable(`status ${response.status} and no JSON`);
  })) as HubAnswer;
  if (answer.data === undefined && answer.errors === undefined) throw unreachable("JSON of another shape");
  return answer;
}
