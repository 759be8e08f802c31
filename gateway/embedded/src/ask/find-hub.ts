import { readEmbeddedEnvironment } from "../environment.js";
import { createReporter } from "../reporter.js";
import { startHub } from "../start-hub.js";
import { isHub } from "./send-operation.js";

/** A hub to ask, and how to leave it. */
export interface FoundHub {
  readonly endpoint: string;
  close(): Promise<void>;
}

/**
 * The hub at the address given; else the one of this checkout that runs already; else one started for this question.
 *
 * Throws what starting a hub throws.
 */
export async function findHub(url: string | null, signal: AbortSignal): Promise<FoundHub> {
  const leave = () => Promise.resolve();
  if (url !== null) {
    const path = URL.canParse(url) && new URL(url).pathname !== "/" ? "" : "/graphql";
    return { endpoint: `${url.replace(/\/$/, "")}${path}`, close: leave };
  }
  const environment = readEmbeddedEnvironment();
  const running = `http://${environment.host}:${environment.port}`;
  if (await isHub(running)) return { endpoint: `${running}/graphql`, close: leave };

  const report = createReporter(process.stderr);
  const hub = await startHub({ environment: { ...environment, port: 0 }, report, signal });
  return { endpoint: `${hub.url}/graphql`, close: () => hub.close() };
}
