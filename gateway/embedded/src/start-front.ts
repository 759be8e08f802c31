import { createHubServer, serverOptions } from "@hub/gateway";
import type { OwnerName } from "@hub/schema";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { EmbeddedEnvironment } from "./environment.js";
import { startInProcessSubgraphs } from "./in-process-subgraphs.js";
import { createLog } from "./log.js";
import { withDevelopmentSecret } from "./secrets.js";

/** What one process of a hub is started with. */
export interface FrontOptions {
  readonly environment: EmbeddedEnvironment;
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** How many such processes share the databases, the memory for kept answers and the port. */
  readonly processes: number;
  /** Told the names of the subgraphs once they can be asked. */
  readonly onSubgraphs?: (names: readonly string[]) => void;
  /** Aborted: the start is given up. */
  readonly signal?: AbortSignal;
}

/** A process that answers. */
export interface RunningFront {
  /** Without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Finishes running operations, then closes subgraphs and databases. */
  close(): Promise<void>;
}

/** Connections of all processes to one owner's database; PostgreSQL takes 100 from all to all unless told otherwise. */
const CONNECTIONS_PER_DATABASE = 20;
const MOST_CONNECTIONS_OF_ONE = 10;

/** Reads the committed supergraph. */
function readSupergraph(): Promise<string> {
  return readFile(fileURLToPath(import.meta.resolve("@hub/schema/supergraph.graphql")), "utf8");
}

/** Connections a process may have to one database. */
function connectionsFor(processes: number): number {
  return Math.max(1, Math.min(MOST_CONNECTIONS_OF_ONE, Math.floor(CONNECTIONS_PER_DATABASE / processes)));
}

/** Starts the subgraphs and the gateway in this process, over databases that are ready. */
export async function startFront(front: FrontOptions): Promise<RunningFront> {
  const { environment, urls, processes, onSubgraphs, signal = new AbortController().signal } = front;
  const log = createLog(environment.logLevel);
  const options = await serverOptions(environment);
  await using started = new AsyncDisposableStack();

  const { transports, close } = await startInProcessSubgraphs(urls, connectionsFor(processes), log);
  started.defer(close);
  onSubgraphs?.([...transports.keys()]);
  const server = await createHubServer({
    ...options,
    cacheBytes: Math.floor(environment.cacheBytes / processes),
    tokens: withDevelopmentSecret(environment, options.tokens),
    supergraphSdl: await readSupergraph(),
    transports,
    log,
  });
  started.defer(() => server.close());
  signal.throwIfAborted();
  const url = await server.listen(environment);

  const running = started.move();
  return { url, close: () => running.disposeAsync() };
}
