import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { PUBLIC_VIEWER } from "@hub/schema";
import { getOperationAST, GraphQLError } from "graphql";
import type { GatewayContext } from "../gateway-context.js";
import { checkLimits } from "../limits/check-limits.js";
import type { LoadedGraph } from "./loaded-graph.js";
import { readRequest } from "./read-request.js";
import type { StandaloneOptions } from "./standalone-options.js";

/** An HTTP status and the JSON of a GraphQL response. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The answer to a request that does not run. */
export function refusal(status: number, errors: readonly GraphQLError[]): Answer {
  return { status, body: JSON.stringify({ errors }) };
}

function context(headers: IncomingHttpHeaders, signal: AbortSignal, options: StandaloneOptions): GatewayContext {
  const forwarded: Record<string, string> = {};
  for (const name of options.forward) {
    const value = headers[name];
    if (typeof value === "string") {
      forwarded[name] = value;
    }
  }
  const given = headers["x-request-id"];
  return {
    viewer: PUBLIC_VIEWER,
    requestId: typeof given === "string" ? given : randomUUID(),
    deadline: Date.now() + options.timeoutMs,
    signal,
    headers: forwarded,
  };
}

/** Runs one request against a graph. */
export async function answerRequest(
  body: string,
  headers: IncomingHttpHeaders,
  signal: AbortSignal,
  graph: LoadedGraph,
  options: StandaloneOptions,
): Promise<Answer> {
  const { query, operationName, variables } = readRequest(body);
  const checked = graph.documents.check(query);
  if ("errors" in checked) {
    return refusal(400, checked.errors);
  }
  const { document } = checked;
  const operation = getOperationAST(document, operationName);
  if (operation) {
    checkLimits(document, operation, variables, options.limits);
  }
  const json = await graph.engine.executeToJson(
    { key: query, document, operationName, variables },
    context(headers, signal, options),
  );
  return { status: json.startsWith('{"errors"') ? 400 : 200, body: json };
}
