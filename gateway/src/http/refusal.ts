import { errorCatalogue, HubError } from "@hub/schema";
import type { FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { formatError, withRequestId } from "../errors/format-error.js";

const GRAPHQL_RESPONSE = "application/graphql-response+json";

/** HTTP's side of an error, as errors carry it to Apollo Server and to this file. */
interface HttpHead {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

/** The media type of an answer the caller asked for, in the two forms GraphQL over HTTP knows. */
function responseType(request: FastifyRequest): string {
  const wanted = request.headers.accept?.includes(GRAPHQL_RESPONSE) === true;
  return `${wanted ? GRAPHQL_RESPONSE : "application/json"}; charset=utf-8`;
}

/** BAD_REQUEST with its HTTP status: a request that cannot become an operation. */
export function badRequest(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GraphQLError {
  const http: HttpHead = { status, headers: new Map(Object.entries(headers)) };
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST", http } });
}

function bodyTooLarge(request: FastifyRequest): HubError {
  const limit = request.routeOptions.bodyLimit;
  const found = Number(request.headers["content-length"]) || null;
  const words = found === null ? "more" : `${found} bytes`;
  const message = `Request body: found ${words}; expected at most ${limit} bytes.`;
  return new HubError("BODY_TOO_LARGE", message, { found, limit });
}

function errorOf(fault: unknown, request: FastifyRequest): GraphQLError {
  if (fault instanceof GraphQLError) return fault;
  const { code, statusCode = 500 } = fault as { code?: string; statusCode?: number };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge(request);
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    const type = JSON.stringify(request.headers["content-type"] ?? "");
    return badRequest(415, `Header content-type: found ${type}; expected "application/json".`);
  }
  if (statusCode < 500) return badRequest(statusCode, "Request body: found no readable JSON; expected a JSON object.");
  return new HubError("INTERNAL", "");
}

/** Answers a request that did not become an operation: a GraphQL error with its HTTP status. */
export function sendRefusal(fault: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const error = errorOf(fault, request);
  const { status, headers = new Map<string, string>() } = (error.extensions["http"] ?? {}) as HttpHead;
  const answered = status ?? (error instanceof HubError ? errorCatalogue[error.code].http : 400);
  // Refusing what is too much is no fault, and there is much of it when it happens.
  const planned = error instanceof HubError && error.code === "OVERLOADED";
  if (answered >= 500 && !planned) log.error({ requestId: request.id, err: fault }, "request failed");

  const errors = [withRequestId(formatError(error.toJSON()), request.id)];
  return reply
    .code(answered)
    .headers(Object.fromEntries(headers))
    .type(responseType(request))
    .send(JSON.stringify({ errors }));
}
