import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { PrismaPg } from "@prisma/adapter-pg";
import { parse } from "graphql";
import { readFile } from "node:fs/promises";

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const printed = (name: string): URL =>
  new URL(`./printed/${name}.graphql`, import.meta.resolve("@hub/schema/supergraph.graphql"));

/**
 * Serves a subgraph as Apollo's documentation starts one, on the port of the command line: the hub's own schema text, so
 * that questions and answers are the same, with plain resolvers.
 */
export async function runSubgraph<Context extends object>(
  name: string,
  resolvers: Resolvers,
  createContext: () => Context,
): Promise<void> {
  const typeDefs = parse(await readFile(printed(name), "utf8"));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  const server = new ApolloServer<Context>({ schema, includeStacktraceInErrorResponses: false });
  await startStandaloneServer(server, {
    listen: { port: Number(process.argv[2]), host: "127.0.0.1" },
    context: () => Promise.resolve(createContext()),
  });
}

/** The owner's database, as Prisma's documentation connects one; its address is in the environment. */
export function databaseAdapter(): PrismaPg {
  return new PrismaPg({ connectionString: process.env["DATABASE_URL"] ?? "" });
}
