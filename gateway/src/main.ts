import { runMain } from "@hub/schema";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { readGatewayEnvironment } from "./environment.js";
import { createHubServer } from "./hub-server.js";
import { serverOptions } from "./server-options.js";
import { serviceTransports } from "./service-transports.js";

await runMain(async () => {
  const environment = readGatewayEnvironment();
  const log = pino({ level: environment.logLevel });
  const transports = await serviceTransports(environment, log);
  const supergraphSdl = await readFile(fileURLToPath(import.meta.resolve("@hub/schema/supergraph.graphql")), "utf8");
  const server = await createHubServer({ ...(await serverOptions(environment)), supergraphSdl, transports, log });
  const url = await server.listen(environment);
  log.info({ url: `${url}/graphql` }, "gateway ready");

  const stop = () => void server.close().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
});
