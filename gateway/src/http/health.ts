import type { FastifyInstance } from "fastify";
import type { SubgraphTransport } from "../transport/transport.js";

/** What `/readyz` looks at. */
export interface HealthOptions {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly supergraphLoaded: () => boolean;
  readonly draining: () => boolean;
}

/**
 * `/livez`: the process answers. `/readyz`: the supergraph is loaded and every subgraph would answer; 503 and the
 * names of those that would not, otherwise.
 */
export function registerHealth(app: FastifyInstance, { transports, supergraphLoaded, draining }: HealthOptions): void {
  app.get("/livez", (_request, reply) => reply.header("cache-control", "no-store").send({ status: "alive" }));

  app.get("/readyz", async (_request, reply) => {
    const answers = await Promise.all(
      [...transports.values()].map(async (transport) => [transport.subgraph, await transport.ready()] as const),
    );
    const missing = answers.filter(([, ready]) => !ready).map(([subgraph]) => subgraph);
    const ready = supergraphLoaded() && missing.length === 0 && !draining();
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: ready ? "ready" : draining() ? "stopping" : "not ready",
        supergraph: supergraphLoaded() ? "loaded" : "not loaded",
        subgraphs: Object.fromEntries(answers.map(([subgraph, up]) => [subgraph, up ? "ready" : "not ready"])),
        missing,
      });
  });
}
