import { buildSubgraphSchema } from "@apollo/subgraph";
import { addPlainLane } from "@hub/plain-lane";
import { composeServices } from "@theguild/federation-composition";
import { execute, parse } from "graphql";
import { createServer, type Server } from "node:http";
import { storeSubgraphs, type StoreSubgraph } from "./subgraphs.js";

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

/** What a subgraph answers to a body; one that came before is answered from memory. */
function answers({ sdl, resolvers }: StoreSubgraph): (body: string) => string | Promise<string> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const known = new Map<string, string>();
  return (body) => {
    const answer = known.get(body);
    if (answer !== undefined) return answer;
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = execute({ schema, document: parse(query), variableValues: variables ?? {}, contextValue: {} });
    return Promise.resolve(result).then((content) => {
      const made = JSON.stringify(content);
      if (known.size < 1_000) known.set(body, made);
      return made;
    });
  };
}

const HEADERS = { "content-type": "application/json" };

/**
 * Starts the four subgraphs on loopback ports.
 *
 * They and the load share a core, which must not be the limit of a gateway on the other: so they answer from memory, and
 * by the plain lane whoever asks plainly.
 */
export async function serveStore(firstPort: number): Promise<RunningStore> {
  let calls = 0;
  const servers: Server[] = [];
  for (const [index, subgraph] of storeSubgraphs.entries()) {
    const answerTo = answers(subgraph);
    const answer = (body: string): string | Promise<string> => {
      calls += 1;
      return answerTo(body);
    };
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        void Promise.resolve(answer(Buffer.concat(chunks).toString())).then((body) => {
          response.writeHead(200, { ...HEADERS, "content-length": Buffer.byteLength(body) });
          response.end(body);
        });
      });
    });
    addPlainLane(server, async ({ body }) => ({ status: 200, headers: HEADERS, body: await answer(body) }), {
      keepAliveSeconds: 120,
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
