import type { TokenOptions } from "@hub/gateway";
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EmbeddedEnvironment } from "./environment.js";

/** Reads a secret of the data folder, made at first use; only its owner may read the file. */
export function secretFile(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(folder, { recursive: true });
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
    return secret;
  }
}

/** The key of development tokens, or null when the hub verifies tokens of another issuer. */
export function developmentSecret(environment: EmbeddedEnvironment): string | null {
  const { tokenSecret, tokenPublicKey, tokenJwksUrl, dataFolder } = environment;
  if (tokenPublicKey !== null || tokenJwksUrl !== null) return null;
  return tokenSecret ?? secretFile(dataFolder, "token-secret");
}

/** How this hub verifies tokens: as the environment says, else by the key of its development tokens. */
export function withDevelopmentSecret(environment: EmbeddedEnvironment, tokens: TokenOptions = {}): TokenOptions {
  return { ...tokens, secret: developmentSecret(environment) };
}
