import { buildSubgraphSchema } from "@apollo/subgraph";
import { composeServices } from "@theguild/federation-composition";
import { execute, parse } from "graphql";
import { createServer, type Server } from "node:http";
import { storeSubgraphs } from "./subgraphs.js";

/** The store's subgraphs as they run, and how often they were asked. */
export interface RunningStore {
  readonly supergraphSdl: string;
  readonly addresses: Readonly<Record<string, string>>;
  calls(): number;
  close(): Promise<void>;
}

/** Composes the supergraph for subgraphs that listen from `firstPort` on. */
function compose(firstPort: number): string {
  const services = storeSubgraphs.map(({ name, sdl }, index) => ({
    name,
    typeDefs: parse(sdl),
    url: `http://127.0.0.1:${firstPort + index}/graphql`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) {
    throw new Error(errors?.map((error) => error.message).join("; ") ?? "no supergraph");
  }
  return supergraphSdl;
}

/**
 * Starts the four subgraphs on loopback ports.
 *
 * A request that came before is answered from memory, so that what is measured is the gateway and not the subgraphs.
 */
export async function serveStore(firstPort: number): Promise<RunningStore> {
  let calls = 0;
  const servers: Server[] = [];
  for (const [index, { sdl, resolvers }] of storeSubgraphs.entries()) {
    const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
    const known = new Map<string, Buffer>();
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        calls += 1;
        const body = Buffer.concat(chunks).toString();
        const send = (answer: Buffer): void => {
          response.writeHead(200, { "content-type": "application/json", "content-length": answer.length });
          response.end(answer);
        };
        const answer = known.get(body);
        if (answer !== undefined) {
          send(answer);
          return;
        }
        const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
        void Promise.resolve(
          execute({ schema, document: parse(query), variableValues: variables ?? {}, contextValue: {} }),
        ).then((result) => {
          const made = Buffer.from(JSON.stringify(result));
          if (known.size < 1_000) {
            known.set(body, made);
          }
          send(made);
        });
      });
    });
    server.keepAliveTimeout = 120_000;
    await new Promise<void>((resolve) => server.listen(firstPort + index, "127.0.0.1", resolve));
    servers.push(server);
  }
  return {
    supergraphSdl: compose(firstPort),
    addresses: Object.fromEntries(
      storeSubgraphs.map(({ name }, index) => [name, `http://127.0.0.1:${firstPort + index}/graphql`]),
    ),
    calls: () => calls,
    async close() {
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
    },
  };
}
