import { HubError, ROLES, type Role } from "@hub/schema";
import { SignJWT } from "jose";

/** Who a development token says its bearer is. */
export interface DevelopmentTokenOptions {
  /** The hub's TOKEN_SECRET. */
  readonly secret: string;
  readonly roles: readonly string[];
  /** Division code; left out: the whole graph. */
  readonly area?: string;
  readonly subject?: string;
  /** Seconds, 8 hours unless given. */
  readonly lifetimeSeconds?: number;
}

/**
 * Signs a bearer token with the key of a hub that verifies by TOKEN_SECRET: for development and tests.
 *
 * Throws BAD_USER_INPUT for a role the hub does not know or a malformed area.
 */
export async function createDevelopmentToken(options: DevelopmentTokenOptions): Promise<string> {
  const { secret, roles, area, subject = "developer", lifetimeSeconds = 8 * 3600 } = options;
  const unknown = roles.find((role) => !ROLES.includes(role as Role));
  if (unknown !== undefined) {
    throw new HubError(
      "BAD_USER_INPUT",
      `Role: found ${JSON.stringify(unknown)}; expected one of ${ROLES.join(", ")}.`,
    );
  }
  if (area !== undefined && !/^\d{2,6}$/.test(area)) {
    throw new HubError("BAD_USER_INPUT", `Area: found ${JSON.stringify(area)}; expected 2 to 6 digits.`);
  }
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ roles: [...roles], ...(area === undefined ? {} : { area }) })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(subject)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(new TextEncoder().encode(secret));
}
