import fastifyCompress from "@fastify/compress";
import { fastify, type FastifyInstance } from "fastify";
import { printSchema } from "graphql";
import { constants } from "node:zlib";
import { pino, type Logger } from "pino";
import { DEFAULT_CACHE_BYTES } from "./cache/default-cache-bytes.js";
import { createKeptAnswers, type KeptCounts } from "./cache/kept-answers.js";
import { createApolloServer } from "./create-apollo-server.js";
import { createGateway } from "./create-gateway.js";
import { DEFAULT_ENGINE, type EngineName } from "./engine-name.js";
import { BROTLI_QUALITY, COMPRESS_FROM_BYTES, ENCODINGS } from "./http/answer-body.js";
import { registerDocuments } from "./http/documents.js";
import { registerExplorer } from "./http/explorer.js";
import { createFront } from "./http/front.js";
import { registerGraphqlRoute } from "./http/graphql-route.js";
import { registerHealth } from "./http/health.js";
import { requestIdOf } from "./http/request-id.js";
import { FastPath } from "./http/fast/fast-path.js";
import { KnownOperations } from "./http/fast/known-operations.js";
import { prepareLibrary, type LikelyOperation } from "./http/fast/prepare-library.js";
import { Admission, DEFAULT_ADMISSION, type AdmissionLimits } from "./limits/admission.js";
import { DEFAULT_LIMITS, type Limits } from "./limits/limits.js";
import { observeTransport } from "./observe-transport.js";
import type { SubgraphTransport } from "./transport/transport.js";
import type { TokenOptions } from "./viewer/token-keys.js";
import { createAuthenticator } from "./viewer/viewer.js";

/** What a hub's front is made from. Everything but the graph and the ways to its subgraphs has a default. */
export interface HubServerOptions {
  readonly supergraphSdl: string;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly engine?: EngineName;
  /** False sends every request through Apollo Server's pipeline; for comparison. */
  readonly fastPath?: boolean;
  /** False has node:http read every request; for comparison. */
  readonly plainLane?: boolean;
  /** Bytes of kept answers at most; 0 keeps none. Only answers of subgraphs with stamps are kept. */
  readonly cacheBytes?: number;
  readonly admission?: Partial<AdmissionLimits>;
  readonly limits?: Partial<Limits>;
  readonly introspection?: boolean;
  readonly tokens?: TokenOptions;
  readonly requestTimeoutMs?: number;
  readonly drainTimeoutMs?: number;
  /** Folder of the built explorer page. */
  readonly explorerFolder?: string;
  /** What `/questions.json` answers, as JSON text. */
  readonly questions?: string;
  /** Operations to make ready before anybody asks. */
  readonly likely?: readonly LikelyOperation[];
  readonly log?: Logger;
}

/** What a hub's front has done since it started. */
export interface HubCounts extends KeptCounts {
  /** Requests that did not need Apollo Server's pipeline. */
  readonly fast: number;
  readonly running: number;
  readonly waiting: number;
  /** Operations refused because there was no room for them. */
  readonly refused: number;
}

/** One endpoint over the subgraphs. */
export interface HubServer {
  readonly app: FastifyInstance;
  counts(): HubCounts;
  /** Listens and gives the address it answers on. Throws when the port is taken. */
  listen(options: { readonly host: string; readonly port: number }): Promise<string>;
  /** Takes no more requests, lets the running ones finish within drainTimeoutMs, closes the transports. */
  close(): Promise<void>;
}

/**
 * Makes the hub's front over a supergraph and one transport per subgraph: the fast path for queries the hub knows, and
 * behind it Fastify with Apollo Server for everything.
 *
 * Throws CONFIGURATION_INVALID for a supergraph without a transport for each subgraph, or keys that cannot be read.
 */
export async function createHubServer(options: HubServerOptions): Promise<HubServer> {
  const { requestTimeoutMs = 30_000, drainTimeoutMs = 10_000, introspection = true } = options;
  const log = options.log ?? pino({ level: "silent" });
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const kept = createKeptAnswers(options.transports, options.cacheBytes ?? DEFAULT_CACHE_BYTES);
  const transports = new Map([...kept.transports].map(([name, way]) => [name, observeTransport(way)]));
  const admission = new Admission({ ...DEFAULT_ADMISSION, ...options.admission });
  const authenticate = createAuthenticator(options.tokens ?? {});
  let schemaText: string | null = null;
  let draining = false;

  const { gateway, engine } = createGateway(options.engine ?? DEFAULT_ENGINE, {
    supergraphSdl: options.supergraphSdl,
    transports,
    log,
  });
  const apollo = createApolloServer({
    gateway,
    limits,
    introspection,
    log,
    onSchema: (apiSchema) => (schemaText = `${printSchema(apiSchema)}\n`),
  });
  await apollo.start();

  const common = { authenticate, admission, requestTimeoutMs, log, draining: () => draining };
  let fastPath: FastPath | null = null;
  if (engine !== null && (options.fastPath ?? true)) {
    const operations = new KnownOperations({
      schema: engine.schema.apiSchema,
      maxTokens: limits.tokens,
      introspection,
    });
    void prepareLibrary(options.likely ?? [], engine, operations);
    fastPath = new FastPath({ ...common, engine, operations, limits, cache: kept.cache });
  }
  const { bodyBytes } = limits;
  const front = createFront({ fastPath, plainLane: options.plainLane ?? true, bodyBytes, draining: common.draining });
  const app = fastify({
    genReqId: ({ headers }) => requestIdOf(headers),
    return503OnClosing: false,
    serverFactory: front.createServer,
  });
  app.addHook("preClose", async () => front.drain());
  await app.register(fastifyCompress, {
    threshold: COMPRESS_FROM_BYTES,
    encodings: [...ENCODINGS, "identity"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  registerGraphqlRoute(app, { ...common, apollo, bodyBytes, bodyOf: front.bodyOf });
  registerHealth(app, { transports, supergraphLoaded: () => schemaText !== null, draining: () => draining });
  registerDocuments(app, [
    { path: "/schema.graphql", type: "text/plain; charset=utf-8", text: () => (introspection ? schemaText : null) },
    { path: "/questions.json", type: "application/json; charset=utf-8", text: () => options.questions ?? null },
  ]);
  if (options.explorerFolder !== undefined) await registerExplorer(app, options.explorerFolder);

  return {
    app,
    counts: () => ({ ...kept.counts(), ...admission.counts, fast: fastPath?.answered ?? 0 }),
    listen: ({ host, port }) => app.listen({ host, port }),
    async close() {
      draining = true;
      const force = setTimeout(front.destroy, drainTimeoutMs);
      await app.close();
      clearTimeout(force);
      await apollo.stop();
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
