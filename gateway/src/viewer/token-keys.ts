import { HubError } from "@hub/schema";
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { createPublicKey, createSecretKey, type KeyObject } from "node:crypto";

/** How bearer tokens are verified: by one of the three keys, or not at all (then every token is refused). */
export interface TokenOptions {
  /** Key of HS256 signatures. */
  readonly secret?: string | null;
  /** Public key, PEM. */
  readonly publicKey?: string | null;
  /** Address of a JSON Web Key Set. */
  readonly jwksUrl?: string | null;
  /** The `iss` a token must carry, when set. */
  readonly issuer?: string | null;
  /** The `aud` a token must carry, when set. */
  readonly audience?: string | null;
}

/** A key and the algorithms it may be used with: never one the token chose for itself. */
export interface TokenKey {
  readonly key: KeyObject | JWTVerifyGetKey;
  readonly algorithms: readonly string[];
}

const PUBLIC_KEY_ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];

function publicKeyOf(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch {
    throw new HubError("CONFIGURATION_INVALID", "TOKEN_PUBLIC_KEY: found an unreadable key; expected a PEM public key");
  }
}

/**
 * The key of the options, or null without one.
 *
 * Throws CONFIGURATION_INVALID when more than one key is given or the PEM text is not a public key.
 */
export function tokenKey({ secret, publicKey, jwksUrl }: TokenOptions): TokenKey | null {
  const given = [secret, publicKey, jwksUrl].filter((value) => value !== null && value !== undefined);
  if (given.length > 1) {
    const names = "TOKEN_SECRET, TOKEN_PUBLIC_KEY, TOKEN_JWKS_URL";
    throw new HubError("CONFIGURATION_INVALID", `${names}: found ${given.length} of them; expected at most one`);
  }
  if (secret) return { key: createSecretKey(Buffer.from(secret)), algorithms: ["HS256"] };
  if (publicKey) return { key: publicKeyOf(publicKey), algorithms: PUBLIC_KEY_ALGORITHMS };
  if (jwksUrl) return { key: createRemoteJWKSet(new URL(jwksUrl)), algorithms: PUBLIC_KEY_ALGORITHMS };
  return null;
}
