import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

// @apollo/gateway in front of the stock subgraphs, as its documentation starts it.
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
const [port = "", addresses = "{}"] = process.argv.slice(2);
const urls = JSON.parse(addresses) as Readonly<Record<string, string>>;

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(fileURLToPath(import.meta.resolve("@hub/schema/supergraph.graphql")), "utf8"),
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: urls[name] ?? "" }),
});
await startStandaloneServer(new ApolloServer({ gateway, includeStacktraceInErrorResponses: false }), {
  listen: { port: Number(port), host: "127.0.0.1" },
});
