import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { HubError, PUBLIC_VIEWER } from "@hub/schema";
import { getOperationAST, OperationTypeNode, type GraphQLError } from "graphql";
import type { EngineRequest } from "../engine/index.js";
import type { GatewayContext } from "../gateway-context.js";
import { checkLimits } from "../limits/check-limits.js";
import type { LoadedGraph } from "./loaded-graph.js";
import { readRequest } from "./read-request.js";
import type { StandaloneOptions } from "./standalone-options.js";

/** An HTTP status and the bytes of a GraphQL response in JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** One request as it came in. */
export interface IncomingOperation {
  /** The GraphQL request, JSON. */
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  /** Fires when the client leaves. */
  readonly signal: AbortSignal;
  /** Whether it came by a method that may change nothing. */
  readonly onlyQueries: boolean;
}

/** The answer to a request that does not run. */
export function refusal(status: number, errors: readonly GraphQLError[]): Answer {
  return { status, body: Buffer.from(JSON.stringify({ errors })) };
}

function forwardedHeaders(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const forwarded: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === "string") {
      forwarded[name] = value;
    }
  }
  return forwarded;
}

async function execute(graph: LoadedGraph, request: EngineRequest, call: GatewayContext): Promise<Answer> {
  const json = await graph.engine.executeToJson(request, call);
  return { status: json.startsWith('{"errors"') ? 400 : 200, body: Buffer.from(json) };
}

/**
 * Runs one request against a graph.
 *
 * A query equal in text, variables and forwarded headers to one that is being answered gets that answer; a mutation
 * always runs. Throws HubErrors of the limits.
 */
export function answerRequest(
  { body, headers, signal, onlyQueries }: IncomingOperation,
  graph: LoadedGraph,
  options: StandaloneOptions,
): Promise<Answer> {
  const forwarded = forwardedHeaders(headers, options.forward);
  const name = `${JSON.stringify(forwarded)} ${body}`;
  const running = graph.running.join(name, signal);
  if (running !== undefined) {
    return running;
  }
  const { query, operationName, variables } = readRequest(body);
  const checked = graph.documents.check(query);
  if ("errors" in checked) {
    return Promise.resolve(refusal(400, checked.errors));
  }
  const { document } = checked;
  const operation = getOperationAST(document, operationName);
  if (onlyQueries && operation?.operation === OperationTypeNode.MUTATION) {
    const message = "Method: found GET; expected POST, as a mutation changes data.";
    return Promise.resolve(refusal(405, [new HubError("BAD_USER_INPUT", message)]));
  }
  if (operation) {
    checkLimits(document, operation, variables, options.limits);
  }
  const given = headers["x-request-id"];
  const call = {
    viewer: PUBLIC_VIEWER,
    requestId: typeof given === "string" ? given : randomUUID(),
    deadline: Date.now() + options.timeoutMs,
    headers: forwarded,
  };
  const request = { key: query, document, operationName, variables };
  if (operation?.operation !== OperationTypeNode.QUERY) {
    return execute(graph, request, { ...call, signal });
  }
  return graph.running.start(name, signal, (shared) => execute(graph, request, { ...call, signal: shared }));
}
