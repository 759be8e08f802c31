import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

// Hive Gateway with the planner in Rust, as its own benchmark sets it up; equal requests in flight share one execution.
const [port, supergraphFile] = process.argv.slice(2);
const gateway = createGatewayRuntime({
  supergraph: readFileSync(supergraphFile, "utf8"),
  unifiedGraphHandler,
  inboundInflightRequestDeduplication: { shouldIncludeHeader: (name) => name === "authorization" },
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get("authorization") }),
  },
  logging: "error",
  graphiql: false,
  landingPage: false,
  requestId: false,
});
createServer(gateway).listen(Number(port), "127.0.0.1");
