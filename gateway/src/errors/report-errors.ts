import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { HubContext } from "../hub-context.js";
import { formatError, isCatalogued, withRequestId } from "./format-error.js";

/** Logs what clients are not told: faults nobody planned for as errors, foreign codes for whoever debugs. */
export function logErrors(errors: readonly GraphQLError[], { requestId }: HubContext, log: Logger): void {
  for (const error of errors) {
    const seen = formatError(error.toJSON()).extensions?.["code"];
    if (seen === "INTERNAL" || !isCatalogued(error.extensions["code"])) {
      const level = seen === "INTERNAL" ? "error" : "debug";
      log[level]({ requestId, path: error.path, err: unwrapResolverError(error) }, "operation failed");
    }
  }
}

/** Notes the codes of formatted errors for the log line of their operation, and gives the errors its request id. */
export function identifyErrors(
  errors: readonly GraphQLFormattedError[],
  { requestId, record }: HubContext,
): GraphQLFormattedError[] {
  record.codes.push(...errors.map((error) => String(error.extensions?.["code"])));
  return errors.map((error) => withRequestId(error, requestId));
}
