import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { HubError, PUBLIC_VIEWER } from "@hub/schema";
import { OperationTypeNode, type GraphQLError } from "graphql";
import type { EngineRequest } from "../engine/index.js";
import type { GatewayContext } from "../gateway-context.js";
import type { Client, PlainAnswer } from "@hub/plain-lane";
import type { LoadedGraph } from "./loaded-graph.js";
import type { StandaloneOptions } from "./standalone-options.js";

/** A GraphQL response in JSON, or what else the gateway answers in it. */
export type Answer = PlainAnswer;

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };
const RETRY_LATER = { ...JSON_HEADERS, "retry-after": "1" };

/** Says something in JSON; with 503, when to come again. */
export function jsonAnswer(status: number, body: string): Answer {
  return { status, headers: status === 503 ? RETRY_LATER : JSON_HEADERS, body };
}

/** One request as it came in. */
export interface IncomingOperation {
  /** The GraphQL request, JSON. */
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly client: Client;
  /** Whether it came by a method that may change nothing. */
  readonly onlyQueries: boolean;
}

/** The answer to a request that does not run. */
export function refusal(status: number, errors: readonly GraphQLError[]): Answer {
  return jsonAnswer(status, JSON.stringify({ errors }));
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

/**
 * Requests of one name get one answer. No header holds the character between, and none begins as the body is set off,
 * so that no body passes for another client's headers.
 */
function nameOf(forwarded: Readonly<Record<string, string>>, body: string): string {
  let name = "";
  for (const header in forwarded) name += `${header}\0${forwarded[header]}\0`;
  return `${name}\n${body}`;
}

function answerOf(body: string): Answer {
  return jsonAnswer(body.startsWith('{"errors"') ? 400 : 200, body);
}

function execute(graph: LoadedGraph, request: EngineRequest, call: GatewayContext): Promise<Answer> {
  return graph.engine.executeToJson(request, call).then(answerOf);
}

function executeAlone(
  graph: LoadedGraph,
  request: EngineRequest,
  callUntil: (signal: AbortSignal) => GatewayContext,
  client: Client,
): Promise<Answer> {
  const left = new AbortController();
  client.onLeave(() => left.abort());
  return execute(graph, request, callUntil(left.signal));
}

/**
 * Runs one request against a graph.
 *
 * A query equal in text, variables and forwarded headers to one that is being answered gets that answer; a mutation
 * always runs. Throws BAD_USER_INPUT and HubErrors of the limits.
 */
export function answerRequest(
  { body, headers, client, onlyQueries }: IncomingOperation,
  graph: LoadedGraph,
  options: StandaloneOptions,
): Promise<Answer> {
  const forwarded = forwardedHeaders(headers, options.forward);
  const name = nameOf(forwarded, body);
  const running = graph.running.join(name, client);
  if (running !== undefined) {
    return running;
  }
  const read = graph.requests.read(body);
  if ("errors" in read) {
    return Promise.resolve(refusal(400, read.errors));
  }
  const { request, kind } = read;
  if (onlyQueries && kind === OperationTypeNode.MUTATION) {
    const message = "Method: found GET; expected POST, as a mutation changes data.";
    return Promise.resolve(refusal(405, [new HubError("BAD_USER_INPUT", message)]));
  }
  const given = headers["x-request-id"];
  const callUntil = (signal: AbortSignal): GatewayContext => ({
    viewer: PUBLIC_VIEWER,
    requestId: typeof given === "string" ? given : randomUUID(),
    deadline: Date.now() + options.timeoutMs,
    signal,
    headers: forwarded,
  });
  if (kind !== OperationTypeNode.QUERY) {
    return executeAlone(graph, request, callUntil, client);
  }
  return graph.running.start(name, client, (signal) => execute(graph, request, callUntil(signal)));
}
