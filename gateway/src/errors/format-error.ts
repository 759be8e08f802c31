import { errorCatalogue, type ErrorCode } from "@hub/schema";
import type { GraphQLFormattedError } from "graphql";

/** Codes of requests that never reach a subgraph; graphql-js's and Apollo Server's words for them are kept. */
const REQUEST_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** What a fault may carry for the log but never to a client. */
const HIDDEN = new Set(["stacktrace", "exception", "http", "request", "response", "url", "serviceName", "query"]);

const COERCION = /^Variable "\$\w+" (got invalid value|has invalid value|of required type|of non-null type) /;

/** Whether a code is one clients may meet. */
export function isCatalogued(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCatalogue, code);
}

function detailOf(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([key]) => !HIDDEN.has(key)));
}

/**
 * What a client sees of an error: a code of the catalogue or of the request itself, whether trying again can help, and
 * the subgraph it came from. Everything else becomes INTERNAL without words; no stack, no address, ever.
 */
export function formatError(error: GraphQLFormattedError): GraphQLFormattedError {
  const { message, locations, path, extensions = {} } = error;
  const { code, serviceName, subgraph: named = serviceName } = extensions;
  const place = { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
  const subgraph = typeof named === "string" ? { subgraph: named } : {};

  if (typeof code === "string" && REQUEST_CODES.has(code)) {
    return { message, ...place, extensions: { ...detailOf(extensions), retryable: false } };
  }
  const known = COERCION.test(message) && !isCatalogued(code) ? "BAD_USER_INPUT" : code;
  if (isCatalogued(known) && known !== "INTERNAL") {
    const { retryable } = errorCatalogue[known];
    return { message, ...place, extensions: { ...subgraph, ...detailOf(extensions), code: known, retryable } };
  }
  return {
    message: "Unexpected fault; the log holds the rest under the request id.",
    ...place,
    extensions: { ...subgraph, code: "INTERNAL", retryable: false },
  };
}

/** The same error with the id under which the log knows its request. */
export function withRequestId(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}
