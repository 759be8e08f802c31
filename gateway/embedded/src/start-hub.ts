import { createHubServer, serverOptions } from "@hub/gateway";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pino, type Logger } from "pino";
import { startDatabases } from "./databases.js";
import type { EmbeddedEnvironment } from "./environment.js";
import { startInProcessSubgraphs } from "./in-process-subgraphs.js";
import { checkPort } from "./port.js";
import type { Reporter } from "./reporter.js";
import { withDevelopmentSecret } from "./secrets.js";

/** What a whole hub in one process is started with. */
export interface HubOptions {
  readonly environment: EmbeddedEnvironment;
  readonly report: Reporter;
  /** Aborted: the start is given up and what was started is stopped. */
  readonly signal?: AbortSignal;
}

/** A hub that answers. */
export interface RunningHub {
  /** Without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes running operations, then stops everything that was started. */
  close(): Promise<void>;
}

/** A log on standard error: standard output is for what a person asked for. */
export function createLog(level: string): Logger {
  return pino({ level }, pino.destination(2));
}

/** Reads the committed supergraph. */
export function readSupergraph(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve("@hub/schema/supergraph.graphql")), "utf8");
}

/**
 * Starts everything in this process: databases, data, subgraphs, gateway.
 *
 * Throws CONFIGURATION_INVALID for a taken port or an unusable database; nothing stays behind then.
 */
export async function startHub({
  environment,
  report,
  signal = new AbortController().signal,
}: HubOptions): Promise<RunningHub> {
  const { host, port } = environment;
  await checkPort(host, port);
  const log = createLog(environment.logLevel);
  await using started = new AsyncDisposableStack();

  const options = await serverOptions(environment);
  const databases = await startDatabases(environment, report, signal);
  started.defer(() => databases.close());
  signal.throwIfAborted();
  const share = { connections: 10, oneServer: environment.databases === null };
  const { transports, close } = await startInProcessSubgraphs(databases.urls, share, log);
  started.defer(close);
  report.step(`Subgraphs: ${[...transports.keys()].join(", ")}`);
  const server = await createHubServer({
    ...options,
    tokens: withDevelopmentSecret(environment, options.tokens),
    supergraphSdl: await readSupergraph(),
    transports,
    log,
  });
  started.defer(() => server.close());
  signal.throwIfAborted();
  const url = await server.listen({ host, port });

  const running = started.move();
  return { url, close: () => running.disposeAsync() };
}
