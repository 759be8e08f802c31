import { startDatabases } from "./databases.js";
import type { EmbeddedEnvironment } from "./environment.js";
import { checkPort } from "./port.js";
import type { Reporter } from "./reporter.js";
import { startFront } from "./start-front.js";

/** What a whole hub is started with. */
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
  /** Settles when the hub cannot go on by itself. */
  readonly failed?: Promise<Error>;
  /** Finishes running operations, then stops everything that was started. */
  close(): Promise<void>;
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
  await checkPort(environment.host, environment.port);
  await using started = new AsyncDisposableStack();

  const databases = await startDatabases(environment, report, signal);
  started.defer(() => databases.close());
  signal.throwIfAborted();
  const front = await startFront({
    environment,
    urls: databases.urls,
    processes: 1,
    onSubgraphs: (names) => report.step(`Subgraphs: ${names.join(", ")}`),
    signal,
  });
  started.defer(() => front.close());

  const running = started.move();
  return { url: front.url, close: () => running.disposeAsync() };
}
