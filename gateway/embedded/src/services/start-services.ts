import { randomBytes } from "node:crypto";
import { startDatabases } from "../databases.js";
import type { EmbeddedEnvironment } from "../environment.js";
import { checkPort } from "../port.js";
import type { Reporter } from "../reporter.js";
import type { Running } from "../run-until-signal.js";
import { developmentSecret } from "../secrets.js";
import { gatewayService, subgraphPorts, subgraphServices } from "./service-plan.js";
import { startService, type ServiceProcess } from "./service-process.js";

/**
 * Starts the same graph as separate processes: each subgraph a service, the gateway in front of them.
 *
 * Fails as a whole when one of them ends. Throws as startDatabases and startService do; nothing stays behind then.
 */
export async function startServices(
  environment: EmbeddedEnvironment,
  report: Reporter,
  signal: AbortSignal,
): Promise<Running> {
  await checkPort(environment.host, environment.port);
  for (const { name, port } of subgraphPorts()) await checkPort("127.0.0.1", port, `${name.toUpperCase()}_PORT`);
  await using started = new AsyncDisposableStack();

  const databases = await startDatabases(environment, report, signal);
  started.defer(() => databases.close());
  const facts = {
    urls: databases.urls,
    viewerSecret: randomBytes(32).toString("base64url"),
    tokenSecret: developmentSecret(environment),
  };
  const start = async (options: Parameters<typeof startService>[0]): Promise<ServiceProcess> => {
    signal.throwIfAborted();
    const service = await startService(options);
    started.defer(() => service.stop());
    report.step(`Service ${service.name}: ${options.url}`);
    return service;
  };
  const subgraphs = await settleAll(subgraphServices(facts).map(start));
  const gateway = await start(gatewayService(facts, environment));

  const running = started.move();
  return {
    close: () => running.disposeAsync(),
    failed: Promise.race([...subgraphs, gateway].map(({ died }) => died)),
  };
}

/** Waits for all, also when one fails: what has started by then is known and can be stopped. */
async function settleAll<T>(work: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
