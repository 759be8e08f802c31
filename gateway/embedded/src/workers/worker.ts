import { runMain } from "@hub/schema";
import { startFront, type RunningFront } from "../start-front.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** Signals that a terminal or a service manager sends to all processes: the primary tells its workers when to stop. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const stopping = new AbortController();
const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
// A worker whose primary is gone has no database either.
process.once("disconnect", () => stopping.abort());

await runMain(async () => {
  let running: RunningFront | null = null;
  const started = new Promise<void>((resolve, reject) => {
    process.on("message", (message: ToWorker) => {
      if (message.kind === "stop") {
        stopping.abort();
        return;
      }
      startFront({ ...message, signal: stopping.signal }).then((front) => {
        running = front;
        process.send?.({ kind: "ready", url: front.url } satisfies FromWorker);
        resolve();
      }, reject);
    });
  });
  await Promise.race([started, stopped]).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  await stopped;
  await (running as RunningFront | null)?.close();
  process.exit(0);
});
