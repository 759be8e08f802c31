import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { readFileSync } from "node:fs";

/** @apollo/gateway behind @apollo/server, as its documentation starts it, the client's authorization passed on. */
const [port = "4510", supergraphFile = ""] = process.argv.slice(2);
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";

interface Context {
  readonly authorization?: string | undefined;
}

class AuthorizedDataSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Context>["willSendRequest"]>>[0]): void {
    const { authorization } = context as Context;
    if (authorization !== undefined) {
      request.http?.headers.set("authorization", authorization);
    }
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraphFile, "utf8"),
  buildService: ({ url }) => new AuthorizedDataSource({ url: url ?? "" }),
});

await startStandaloneServer(new ApolloServer<Context>({ gateway, includeStacktraceInErrorResponses: false }), {
  listen: { port: Number(port), host: "127.0.0.1" },
  context: ({ req }) => Promise.resolve({ authorization: req.headers.authorization }),
});
