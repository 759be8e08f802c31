import { formatResult, type Fetcher } from "@graphiql/toolkit";
import { rememberAsked } from "./asked-operation";

/** Where the hub answers, beside the folder this page is served from. */
const address = new URL("graphql", document.baseURI);

/**
 * Sends an operation to the hub and gives its answer, GraphQL errors included.
 *
 * Throws when the hub cannot be reached or answers with something else than JSON, naming the HTTP status.
 */
export const hubFetcher: Fetcher = async ({ query, variables, operationName }, { headers } = {}) => {
  const start = performance.now();
  const response = await fetch(address, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const body = await response.text();
  try {
    const result: unknown = JSON.parse(body);
    const milliseconds = Math.round(performance.now() - start);
    rememberAsked(formatResult(result), { query, operationName: operationName ?? null, milliseconds });
    return result as Awaited<ReturnType<Fetcher>>;
  } catch {
    const found = body === "" ? "nothing" : `"${body.slice(0, 200)}"`;
    throw new Error(`The hub answered ${response.status} ${response.statusText}: found ${found}; expected JSON.`);
  }
};
