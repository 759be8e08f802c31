import type { ExchangeAnswer } from "./http-exchange.js";
import { markFresh } from "./fresh-result.js";
import { subgraphInvalidResponse, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphResult } from "./transport.js";

const BYTE_ORDER_MARK = 0xfeff;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads an answer's envelope; what is inside `data` is the engine's to judge.
 *
 * Throws SUBGRAPH_INVALID_RESPONSE for what is no GraphQL response, SUBGRAPH_UNAVAILABLE if its status says more.
 */
export function readResult(subgraph: string, answer: ExchangeAnswer): SubgraphResult {
  let body: unknown;
  try {
    body = JSON.parse(answer.text.charCodeAt(0) === BYTE_ORDER_MARK ? answer.text.slice(1) : answer.text);
  } catch {
    if (answer.status >= 500) {
      throw subgraphUnavailable(subgraph, `status ${answer.status}`);
    }
    throw subgraphInvalidResponse(subgraph, "a text that is not JSON", "a GraphQL response");
  }
  const shaped =
    isObject(body) &&
    (body["data"] === undefined || body["data"] === null || isObject(body["data"])) &&
    (body["errors"] === undefined || (Array.isArray(body["errors"]) && body["errors"].every(isObject))) &&
    ("data" in body || "errors" in body);
  if (!shaped) {
    throw subgraphInvalidResponse(subgraph, "JSON of another shape", "a GraphQL response");
  }
  return markFresh(body as SubgraphResult, !answer.text.includes("\\"));
}
