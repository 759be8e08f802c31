import { runMain, SUBGRAPHS } from "@hub/schema";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { readGatewayEnvironment } from "./environment.js";
import { createHubServer } from "./hub-server.js";
import { serverOptions } from "./server-options.js";
import { createHttpTransport } from "./transport/http-transport.js";

await runMain(async () => {
  const environment = readGatewayEnvironment();
  const transports = new Map(
    SUBGRAPHS.map(({ name }) => {
      const { viewerSecret, [`${name}Url` as const]: url } = environment;
      return [name as string, createHttpTransport({ subgraph: name, url, viewerSecret })] as const;
    }),
  );
  const supergraphSdl = await readFile(fileURLToPath(import.meta.resolve("@hub/schema/supergraph.graphql")), "utf8");
  const log = pino({ level: environment.logLevel });
  const server = await createHubServer({ ...(await serverOptions(environment)), supergraphSdl, transports, log });
  const url = await server.listen(environment);
  log.info({ url: `${url}/graphql` }, "gateway ready");

  const stop = () => void server.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
});
