import { HubError } from "@hub/schema";
import cluster, { type Worker } from "node:cluster";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { returnConnections } from "./return-connections.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** Processes that answer on one port. */
export interface RunningWorkers {
  readonly url: string;
  /** Settles when workers end faster than they may be replaced. */
  readonly failed: Promise<Error>;
  close(): Promise<void>;
}

/** Workers whose programs load while their databases get ready. */
export interface LoadingWorkers {
  /** Starts them on databases that are ready. Throws when one ends before it answers; its words are on standard error. */
  start(settings: Omit<Extract<ToWorker, { kind: "start" }>, "kind">): Promise<RunningWorkers>;
  close(): Promise<void>;
}

/** A worker that ends is replaced so often within so long, each; more means that something is wrong with all. */
const REPLACEMENTS = 5;
const REPLACEMENTS_WITHIN_MS = 60_000;

/** Beyond the time running operations are given. */
const STOP_GRACE_MS = 2_000;

const PROGRAM = fileURLToPath(new URL("worker.js", import.meta.url));

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve) => worker.once("exit", () => resolve()));
}

/** The address a worker answers on; rejects when it ends first. */
function answers(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("message", ({ url }: FromWorker) => resolve(url));
    worker.once("exit", (code, signal) => {
      const found = `it ended (${signal ?? code}) before it answered`;
      reject(new HubError("CONFIGURATION_INVALID", `Worker: found ${found}; expected it to start.`));
    });
  });
}

/**
 * Loads `count` workers that will share a port. One that ends is replaced by another.
 *
 * This process listens and hands connections out in turn, so that each of the workers gets its part.
 */
export function loadWorkers(count: number, drainTimeoutMs: number, log: Logger): LoadingWorkers {
  cluster.setupPrimary({ exec: PROGRAM, args: [] });
  const workers = new Set<Worker>();
  const replaced: number[] = [];
  let stopping = false;

  const fork = (): Worker => {
    const worker = cluster.fork();
    workers.add(worker);
    returnConnections(worker);
    worker.on("error", (error) => log.warn({ err: error }, "worker not reached"));
    worker.once("exit", () => workers.delete(worker));
    return worker;
  };
  const tell = (worker: Worker, message: ToWorker): boolean => worker.isConnected() && worker.send(message);
  const mayReplace = (): boolean => {
    const now = Date.now();
    replaced.push(now);
    return replaced.filter((at) => now - at < REPLACEMENTS_WITHIN_MS).length <= REPLACEMENTS * count;
  };
  for (let index = 0; index < count; index += 1) fork();

  const close = async (): Promise<void> => {
    stopping = true;
    const running = [...workers].map(async (worker) => {
      const end = ended(worker);
      tell(worker, { kind: "stop" });
      const late = new AbortController();
      const kill = async () => {
        await sleep(drainTimeoutMs + STOP_GRACE_MS, undefined, { signal: late.signal });
        worker.process.kill("SIGKILL");
      };
      void kill().catch(() => undefined);
      await end;
      late.abort();
    });
    await Promise.all(running);
  };

  return {
    close,
    async start(settings) {
      const first = [...workers].map((worker) => {
        tell(worker, { kind: "start", ...settings });
        return answers(worker);
      });
      if (first.length < count) throw new HubError("INTERNAL", "Workers: found one ended; expected it to wait.");
      const [url = ""] = await Promise.all(first);

      const failed = new Promise<Error>((resolve) => {
        const watch = (worker: Worker): void => {
          worker.once("exit", (code, signal) => {
            if (stopping) return;
            log.error({ worker: worker.process.pid, code, signal }, "worker ended");
            if (!mayReplace()) {
              resolve(
                new HubError("INTERNAL", `Workers: found them ending (${signal ?? code}); expected them to run.`),
              );
              return;
            }
            const next = fork();
            watch(next);
            // The port may have been chosen by the system: those who come later listen on the same.
            tell(next, { kind: "start", ...settings });
          });
        };
        workers.forEach(watch);
      });
      return { url, failed, close };
    },
  };
}
