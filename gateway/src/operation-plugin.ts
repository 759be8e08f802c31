import type { ApolloServerPlugin } from "@apollo/server";
import type { Logger } from "pino";
import { identifyErrors, logErrors } from "./errors/report-errors.js";
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
        async didEncounterErrors({ errors, contextValue }) {
          logErrors(errors, contextValue, log);
        },
        async willSendResponse({ response: { body }, contextValue }) {
          if (body.kind !== "single" || body.singleResult.errors === undefined) return;
          body.singleResult.errors = identifyErrors(body.singleResult.errors, contextValue);
        },
      };
    },
  };
}
