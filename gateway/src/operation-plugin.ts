import type { ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import type { Logger } from "pino";
import { formatError, isCatalogued, withRequestId } from "./errors/format-error.js";
import type { HubContext } from "./hub-context.js";
import { checkLimits } from "./limits/check-limits.js";
import type { Limits } from "./limits/limits.js";

/** What the hub adds to each operation: its limits, its name for the log, its errors with the request id. */
export function operationPlugin(limits: Limits, log: Logger): ApolloServerPlugin<HubContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (operation === undefined) return;
          contextValue.record.operationName = operation.name?.value ?? null;
          checkLimits(document, operation, request.variables ?? {}, limits);
        },
        async didEncounterErrors({ errors, contextValue: { requestId } }) {
          for (const error of errors) {
            const seen = formatError(error.toJSON()).extensions?.["code"];
            if (seen === "INTERNAL" || !isCatalogued(error.extensions["code"])) {
              const level = seen === "INTERNAL" ? "error" : "debug";
              log[level]({ requestId, path: error.path, err: unwrapResolverError(error) }, "operation failed");
            }
          }
        },
        async willSendResponse({ response: { body }, contextValue }) {
          if (body.kind !== "single" || body.singleResult.errors === undefined) return;
          const { requestId, record } = contextValue;
          record.codes.push(...body.singleResult.errors.map((error) => String(error.extensions?.["code"])));
          body.singleResult.errors = body.singleResult.errors.map((error) => withRequestId(error, requestId));
        },
      };
    },
  };
}
