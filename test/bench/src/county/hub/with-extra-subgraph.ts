import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSubgraphs } from "@hub/embedded";
import { subgraph as funding } from "@hub/funding";
import { createHubServer, createInProcessTransport, type SubgraphTransport } from "@hub/gateway";
import { composeSupergraph } from "@hub/gateway/compose";
import { subgraph as indicators } from "@hub/indicators";
import { subgraph as inspection } from "@hub/inspection";
import type { Subgraph } from "@hub/kit";
import { subgraph as personnel } from "@hub/personnel";
import { openDatabase } from "@hub/prisma";
import { OWNERS, type OwnerName } from "@hub/schema";
import { subgraph as schools } from "@hub/schools";
import { parse, type GraphQLSchema } from "graphql";

// The hub in one process, its port and the number of subgraphs added to its five on the command line; each adds one
// field to a county.
const [port = "", extra = "0"] = process.argv.slice(2);

const own: Readonly<Record<string, Subgraph<never>>> = { schools, personnel, funding, inspection, indicators };

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

function extraSubgraph(number: number): { readonly schema: GraphQLSchema; readonly sdl: string } {
  const field = `extra${number}`;
  const sdl = `${LINK} type County @key(fields: "code") { code: ID! ${field}: String! }`;
  const resolvers = {
    County: {
      __resolveReference: (reference: object) => reference,
      [field]: ({ code }: { code: string }) => `${code}-${number}`,
    },
  };
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}

const sdl = [...(await printSubgraphs())];
const transports = new Map<string, SubgraphTransport>();
for (const [name, subgraph] of Object.entries(own)) {
  const url = process.env[`DATABASE_URL_${name.toUpperCase()}`] ?? "";
  const database = OWNERS.some((owner) => owner === name) ? openDatabase(name as OwnerName, url) : null;
  const { schema } = await subgraph.build();
  const contextFor: Parameters<typeof createInProcessTransport<object>>[0]["contextFor"] = ({ viewer, requestId }) =>
    subgraph.createContext({ viewer, requestId }, database as never);
  transports.set(name, createInProcessTransport<object>({ subgraph: name, schema, contextFor }));
}
for (let number = 1; number <= Number(extra); number++) {
  const name = `extra${number}`;
  const { schema, sdl: text } = extraSubgraph(number);
  sdl.push({ name: name as never, url: `http://127.0.0.1/${name}`, sdl: text });
  transports.set(name, createInProcessTransport<object>({ subgraph: name, schema, contextFor: () => ({}) }));
}
const supergraphSdl = composeSupergraph(sdl);
const server = await createHubServer({ supergraphSdl, transports, engine: "hub", cacheBytes: 0 });
await server.listen({ host: "127.0.0.1", port: Number(port) });
