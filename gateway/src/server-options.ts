import { readLibrary } from "@hub/schema";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { gatewayVariables } from "./environment.js";
import type { HubServerOptions } from "./hub-server.js";
import type { Environment } from "@hub/schema";

/** Folder of the explorer page of this repository. */
function explorerFolder(): string {
  return join(dirname(fileURLToPath(import.meta.resolve("@hub/ide/package.json"))), "dist");
}

/**
 * What a hub's front takes from its environment, with this repository's explorer page and question library.
 *
 * Throws CONFIGURATION_INVALID when the question library has faults.
 */
export async function serverOptions(
  environment: Environment<typeof gatewayVariables>,
): Promise<Omit<HubServerOptions, "supergraphSdl" | "transports">> {
  const library = await readLibrary();
  const likely = library.entries.flatMap(({ question }) =>
    question === null ? [] : [{ query: question.document, variables: question.variables }],
  );
  const { engine, cacheBytes, runningOperations, waitingOperations, introspection, requestTimeoutMs, drainTimeoutMs } =
    environment;
  const { bodyBytes, depth, aliases, pageSize, listLength } = environment;
  return {
    engine,
    cacheBytes,
    admission: { running: runningOperations, waiting: waitingOperations },
    introspection,
    requestTimeoutMs,
    drainTimeoutMs,
    limits: { bodyBytes, depth, aliases, pageSize, listLength },
    tokens: {
      secret: environment.tokenSecret,
      publicKey: environment.tokenPublicKey,
      jwksUrl: environment.tokenJwksUrl,
      issuer: environment.tokenIssuer,
      audience: environment.tokenAudience,
    },
    explorerFolder: explorerFolder(),
    questions: JSON.stringify(library),
    likely,
  };
}
