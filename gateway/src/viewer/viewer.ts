import { BoundedMap, HubError, PUBLIC_VIEWER, ROLES, type Role, type Viewer } from "@hub/schema";
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import { tokenKey, type TokenOptions } from "./token-keys.js";

/** Turns an `authorization` header into a viewer; throws UNAUTHENTICATED for a token that does not hold. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer>;

interface Verified {
  readonly viewer: Viewer;
  /** Epoch milliseconds. */
  readonly until: number;
}

const TOKENS_KEPT = 10_000;
/** A verified token is verified again after a minute, so that a withdrawn key stops working. */
const REUSE_MS = 60_000;
const CLOCK_TOLERANCE_SECONDS = 5;

function unauthenticated(found: string, expected: string): HubError {
  return new HubError("UNAUTHENTICATED", `Bearer token: found ${found}; expected ${expected}.`, {
    http: { status: 401, headers: new Map([["www-authenticate", "Bearer"]]) },
  });
}

function isRole(role: unknown): role is Role {
  return ROLES.some((known) => known === role);
}

/**
 * The viewer of a token's claims.
 *
 * - `sub`    who asks; needed
 * - `roles`  list of roles; those the hub does not know are passed over
 * - `scope`  scopes separated by spaces (RFC 8693)
 * - `area`   division code the viewer may read beyond the public register; left out: everywhere
 */
export function viewerOf(claims: JWTPayload): Viewer {
  const { sub, roles, scope, area } = claims as Record<string, unknown>;
  if (typeof sub !== "string" || sub === "") throw unauthenticated("no subject", 'a claim "sub"');
  if (area !== undefined && !(typeof area === "string" && /^\d{2,6}$/.test(area))) {
    throw unauthenticated("a malformed area", 'a claim "area" of 2 to 6 digits');
  }
  const known = Array.isArray(roles) ? roles.filter(isRole) : [];
  return {
    subject: sub,
    roles: [...new Set<Role>(["public", ...known])],
    scopes: typeof scope === "string" ? scope.split(" ").filter((word) => word !== "") : [],
    area: (area as string | undefined) ?? null,
  };
}

function faultOf(error: unknown): HubError {
  if (error instanceof HubError) return error;
  if (error instanceof errors.JWTExpired) return unauthenticated("an expired one", "one that is still valid");
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(`an unaccepted claim "${error.claim}"`, "the issuer and audience this hub is set to");
  }
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
    return new HubError("INTERNAL", "Bearer token: found no answer from the key set; expected its keys.", {
      http: { status: 503 },
    });
  }
  return unauthenticated("one that does not verify", "one signed for this hub");
}

/**
 * Makes the authenticator of a gateway. Without a header the viewer is PUBLIC_VIEWER, and equal tokens give the same
 * object, so that what is derived from a viewer can be kept by it.
 *
 * Throws CONFIGURATION_INVALID, as tokenKey does.
 */
export function createAuthenticator(options: TokenOptions): Authenticate {
  const known = new BoundedMap<string, Verified>(TOKENS_KEPT);
  const key = tokenKey(options);

  const verify = async (token: string): Promise<Verified> => {
    if (key === null) throw unauthenticated("one this hub has no key for", "no token");
    const { payload } = await jwtVerify(token, key.key as JWTVerifyGetKey, {
      algorithms: [...key.algorithms],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ["exp"],
      ...(options.issuer ? { issuer: options.issuer } : {}),
      ...(options.audience ? { audience: options.audience } : {}),
    });
    const expires = ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000;
    return { viewer: viewerOf(payload), until: Math.min(expires, Date.now() + REUSE_MS) };
  };

  return async (authorization) => {
    if (authorization === undefined) return PUBLIC_VIEWER;
    const token = /^Bearer +([\w.-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated("another authorization scheme", '"Bearer" and a token');
    const kept = known.get(token);
    if (kept !== undefined && kept.until > Date.now()) return kept.viewer;
    try {
      const verified = await verify(token);
      // Two first requests at once must end with one viewer object.
      const meanwhile = known.get(token);
      if (meanwhile !== undefined && meanwhile.until > Date.now()) return meanwhile.viewer;
      known.set(token, verified);
      return verified.viewer;
    } catch (error) {
      throw faultOf(error);
    }
  };
}
