import { subgraph as indicators } from "@hub/indicators";
import { dayStamp } from "@hub/kit";
import { SUBGRAPHS, type Environment } from "@hub/schema";
import type { Logger } from "pino";
import type { serviceVariables } from "./environment.js";
import { createHttpTransport } from "./transport/http-transport.js";
import { createLocalTransport } from "./transport/local-subgraph.js";
import type { SubgraphTransport } from "./transport/transport.js";

/**
 * The ways from a gateway that is a process of its own to the subgraphs, by name.
 *
 * Owners are services. Indicators own nothing and are computed from what the gateway already holds, so that sending it
 * out and back would be the most of their price: they run in the gateway unless the environment names a service.
 */
export async function serviceTransports(
  environment: Environment<typeof serviceVariables>,
  log: Logger,
): Promise<ReadonlyMap<string, SubgraphTransport>> {
  const { viewerSecret } = environment;
  const computed = () => createLocalTransport(indicators, { database: null, stamp: dayStamp, log });
  const ways = SUBGRAPHS.map(async ({ name }) => {
    const url = environment[`${name}Url`];
    return [
      name,
      url === null ? await computed() : createHttpTransport({ subgraph: name, url, viewerSecret }),
    ] as const;
  });
  return new Map<string, SubgraphTransport>(await Promise.all(ways));
}
