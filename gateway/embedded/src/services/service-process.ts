import { HubError } from "@hub/schema";
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inherited } from "../environment.js";

/** One service of the hub as it is started. */
export interface ServiceOptions {
  readonly name: string;
  /** Its program, `dist/main.js` of a workspace. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Address of its health checks, without a path. */
  readonly url: string;
}

/** A service that runs as a process of its own. */
export interface ServiceProcess {
  readonly name: string;
  /** Settles when the process ends without having been stopped. */
  readonly died: Promise<Error>;
  /** Asks it to drain and waits until it has ended. */
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const endWithParent = fileURLToPath(new URL("./end-with-parent.js", import.meta.url));

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * Starts a service and waits until it is ready. Its output goes to standard error.
 *
 * It gets a process group of its own: Ctrl-C reaches the launcher alone, which stops the services in order.
 *
 * Throws CONFIGURATION_INVALID when it ends, or is not ready in time; its own words stand before that.
 */
export async function startService({ name, program, environment, url }: ServiceOptions): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ["--import", endWithParent, program], {
    env: { ...inherited, ...environment },
    stdio: ["ignore", 2, 2, "ipc"],
    detached: true,
  });
  let stopping = false;
  let ended = false;
  const exited = new Promise<string>((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).finally(() => (ended = true));
  const died = new Promise<Error>((resolve) => {
    void exited.then((how) => {
      const message = `Service ${name}: found it ended (${how}); expected it to run. Everything is stopped.`;
      if (!stopping) resolve(new HubError("CONFIGURATION_INVALID", message));
    });
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    if (!ended) await exited;
    clearTimeout(force);
  };

  for (const end = Date.now() + READY_LIMIT_MS; !ended && Date.now() < end; await sleep(50)) {
    if (await isReady(url)) return { name, died, stop };
  }
  if (ended) throw await died;
  await stop();
  throw new HubError("CONFIGURATION_INVALID", `Service ${name}: found it not ready after 60 s; expected it to be.`);
}
