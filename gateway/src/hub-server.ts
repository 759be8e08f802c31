import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import fastifyCompress from "@fastify/compress";
import { fastify, type FastifyInstance } from "fastify";
import { printSchema } from "graphql";
import { constants } from "node:zlib";
import { pino, type Logger } from "pino";
import { createGateway, type EngineName } from "./create-gateway.js";
import { formatError } from "./errors/format-error.js";
import type { HubContext } from "./hub-context.js";
import { registerDocuments } from "./http/documents.js";
import { registerExplorer } from "./http/explorer.js";
import { registerGraphqlRoute } from "./http/graphql-route.js";
import { registerHealth } from "./http/health.js";
import { requestIdOf } from "./http/request-id.js";
import { DEFAULT_LIMITS, type Limits } from "./limits/limits.js";
import { observeTransport } from "./observe-transport.js";
import { operationPlugin } from "./operation-plugin.js";
import type { SubgraphTransport } from "./transport/transport.js";
import type { TokenOptions } from "./viewer/token-keys.js";
import { createAuthenticator } from "./viewer/viewer.js";

/** What a hub's front is made from. Everything but the graph and the ways to its subgraphs has a default. */
export interface HubServerOptions {
  readonly supergraphSdl: string;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly engine?: EngineName;
  readonly limits?: Partial<Limits>;
  readonly introspection?: boolean;
  readonly tokens?: TokenOptions;
  readonly requestTimeoutMs?: number;
  readonly drainTimeoutMs?: number;
  /** Folder of the built explorer page. */
  readonly explorerFolder?: string;
  /** What `/questions.json` answers, as JSON text. */
  readonly questions?: string;
  readonly log?: Logger;
}

/** One endpoint over the subgraphs. */
export interface HubServer {
  readonly app: FastifyInstance;
  /** Listens and gives the address it answers on. Throws when the port is taken. */
  listen(options: { readonly host: string; readonly port: number }): Promise<string>;
  /** Takes no more requests, lets the running ones finish within drainTimeoutMs, closes the transports. */
  close(): Promise<void>;
}

/**
 * Makes the hub's front: Apollo Server behind Fastify, over a supergraph and one transport per subgraph.
 *
 * Throws CONFIGURATION_INVALID for a supergraph without a transport for each subgraph, or keys that cannot be read.
 */
export async function createHubServer(options: HubServerOptions): Promise<HubServer> {
  const { requestTimeoutMs = 30_000, drainTimeoutMs = 10_000, introspection = true } = options;
  const log = options.log ?? pino({ level: "silent" });
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const transports = new Map([...options.transports].map(([name, way]) => [name, observeTransport(way)]));
  let schemaText: string | null = null;
  let draining = false;

  const schemaPlugin: ApolloServerPlugin<HubContext> = {
    async serverWillStart() {
      return {
        schemaDidLoadOrUpdate({ apiSchema }) {
          schemaText = `${printSchema(apiSchema)}\n`;
        },
      };
    },
  };
  const apollo = new ApolloServer<HubContext>({
    gateway: createGateway(options.engine ?? "apollo", { supergraphSdl: options.supergraphSdl, transports, log }),
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
  await apollo.start();

  const app = fastify({ genReqId: requestIdOf, return503OnClosing: false });
  await app.register(fastifyCompress, {
    threshold: 1_024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  registerGraphqlRoute(app, {
    apollo,
    authenticate: createAuthenticator(options.tokens ?? {}),
    bodyBytes: limits.bodyBytes,
    requestTimeoutMs,
    log,
    draining: () => draining,
  });
  registerHealth(app, { transports, supergraphLoaded: () => schemaText !== null, draining: () => draining });
  registerDocuments(app, [
    { path: "/schema.graphql", type: "text/plain; charset=utf-8", text: () => (introspection ? schemaText : null) },
    { path: "/questions.json", type: "application/json; charset=utf-8", text: () => options.questions ?? null },
  ]);
  if (options.explorerFolder !== undefined) await registerExplorer(app, options.explorerFolder);

  return {
    app,
    listen: ({ host, port }) => app.listen({ host, port }),
    async close() {
      draining = true;
      const force = setTimeout(() => app.server.closeAllConnections(), drainTimeoutMs);
      await app.close();
      clearTimeout(force);
      await apollo.stop();
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
