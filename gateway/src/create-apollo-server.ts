import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { formatError } from "./errors/format-error.js";
import type { HubContext } from "./hub-context.js";
import type { Limits } from "./limits/limits.js";
import { operationPlugin } from "./operation-plugin.js";

/** What Apollo Server is set up with. */
export interface ApolloServerSetup {
  readonly gateway: GatewayInterface;
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly log: Logger;
  /** Told the schema clients see, whenever it changes. */
  readonly onSchema: (apiSchema: GraphQLSchema) => void;
}

/** Apollo Server as the hub uses it: nothing is reported to anyone, errors speak the hub's words. Not yet started. */
export function createApolloServer(setup: ApolloServerSetup): ApolloServer<HubContext> {
  const { gateway, limits, introspection, log, onSchema } = setup;
  const schemaPlugin: ApolloServerPlugin<HubContext> = {
    async serverWillStart() {
      return { schemaDidLoadOrUpdate: ({ apiSchema }) => onSchema(apiSchema) };
    },
  };
  return new ApolloServer<HubContext>({
    gateway,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      schemaPlugin,
      operationPlugin(limits, log),
    ],
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError,
    logger: log,
  });
}
