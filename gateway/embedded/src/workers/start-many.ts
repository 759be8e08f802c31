import { SUBGRAPHS } from "@hub/schema";
import { startDatabases, type HubDatabases } from "../databases.js";
import { checkPort } from "../port.js";
import { developmentSecret } from "../secrets.js";
import { createLog } from "../log.js";
import type { HubOptions, RunningHub } from "../start-hub.js";
import { loadWorkers } from "./start-workers.js";

/**
 * Starts databases and data in this process, and subgraphs with gateway in as many others as asked for.
 *
 * Throws as startHub does.
 */
export async function startManyWorkers(
  count: number,
  { environment, report, signal = new AbortController().signal }: HubOptions,
): Promise<RunningHub> {
  await checkPort(environment.host, environment.port);
  // Made here once, not by several workers at the same time.
  developmentSecret(environment);
  await using started = new AsyncDisposableStack();

  let databases: HubDatabases | null = null;
  started.defer(() => databases?.close());
  const workers = loadWorkers(count, environment.drainTimeoutMs, createLog(environment.logLevel));
  started.defer(() => workers.close());
  databases = await startDatabases(environment, report, signal);
  signal.throwIfAborted();
  const running = await workers.start({ environment, urls: databases.urls, processes: count });
  report.step(`Subgraphs: ${SUBGRAPHS.map(({ name }) => name).join(", ")}, in each of ${count} workers`);

  const whole = started.move();
  return { url: running.url, failed: running.failed, close: () => whole.disposeAsync() };
}
