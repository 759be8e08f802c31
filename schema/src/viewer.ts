import { createHmac, timingSafeEqual } from "node:crypto";
import { BoundedMap } from "./bounded-map.js";
import { HubError } from "./errors.js";
import type { SubgraphName } from "./subgraphs.js";

/** Roles a token can carry; a viewer without a token is `public`. */
export const ROLES = ["public", "analyst", "personnel", "inspection", "funding", "admin"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who asks. `area` is the division code whose rows the viewer may read beyond the public register:
 * a county (6 digits), a prefecture or province (a prefix), or null for the whole graph.
 */
export interface Viewer {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  readonly area: string | null;
}

/** The viewer of a request without a token: aggregates and the public register, no people. */
export const PUBLIC_VIEWER: Viewer = { subject: "public", roles: ["public"], scopes: [], area: null };

/** HTTP header that carries the signed viewer from the gateway to one subgraph. */
export const VIEWER_HEADER = "x-hub-viewer";

/** HTTP header of the request id, made at the gateway and logged by every subgraph. */
export const REQUEST_ID_HEADER = "x-request-id";

/** HTTP header with the milliseconds a subgraph still has to answer. */
export const DEADLINE_HEADER = "x-hub-deadline-ms";

const LIFETIME_SECONDS = 60;

interface SignedViewer {
  readonly viewer: Viewer;
  readonly subgraph: SubgraphName;
  readonly expires: number;
}

function signature(payload: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(payload).digest();
}

/** Signs a viewer for one subgraph and one minute: `base64url(json).base64url(hmac-sha256)`. */
export function signViewer(viewer: Viewer, subgraph: SubgraphName, secret: string, now = Date.now()): string {
  const expires = Math.floor(now / 1000) + LIFETIME_SECONDS;
  const payload = Buffer.from(JSON.stringify({ viewer, subgraph, expires } satisfies SignedViewer)).toString(
    "base64url",
  );
  return `${payload}.${signature(payload, secret).toString("base64url")}`;
}

/**
 * Reads a signed viewer back.
 *
 * Throws UNAUTHENTICATED when the header is absent, was signed with another secret, for another subgraph, or is old.
 */
export function verifyViewer(
  header: string | undefined,
  subgraph: SubgraphName,
  secret: string,
  now = Date.now(),
): Viewer {
  return verify(header, subgraph, secret, now).viewer;
}

function verify(header: string | undefined, subgraph: SubgraphName, secret: string, now: number): SignedViewer {
  const [payload, mac, ...rest] = header?.split(".") ?? [];
  if (payload === undefined || mac === undefined || rest.length > 0) {
    throw new HubError(
      "UNAUTHENTICATED",
      `Header ${VIEWER_HEADER}: found no signed viewer; expected one from the gateway.`,
    );
  }
  const found = Buffer.from(mac, "base64url");
  const expected = signature(payload, secret);
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) {
    throw new HubError(
      "UNAUTHENTICATED",
      `Header ${VIEWER_HEADER}: found a foreign signature; expected the gateway's.`,
    );
  }
  const signed = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as SignedViewer;
  if (signed.subgraph !== subgraph) {
    throw new HubError("UNAUTHENTICATED", `Viewer: found one signed for ${signed.subgraph}; expected ${subgraph}.`);
  }
  return unexpired(signed, now);
}

function unexpired(signed: SignedViewer, now: number): SignedViewer {
  if (signed.expires * 1000 < now) {
    throw new HubError("UNAUTHENTICATED", "Viewer: found an expired signature; expected one younger than a minute.");
  }
  return signed;
}

/** Reads the viewer of a call from its header; throws as `verifyViewer` does. */
export type ReadViewer = (header: string | undefined, now?: number) => Viewer;

/** Tokens known at a time; a gateway makes one per viewer and half minute. */
const KNOWN_TOKENS = 2_000;
/** Of all of them together. */
const KNOWN_CHARACTERS = 2_000_000;

/**
 * Reads viewers signed for one subgraph. The signature of a token is computed the first time it comes; its age is looked
 * at every time. A viewer read twice is one frozen object.
 */
export function viewerReader(subgraph: SubgraphName, secret: string): ReadViewer {
  const known = new BoundedMap<string, SignedViewer>(KNOWN_TOKENS, {
    most: KNOWN_CHARACTERS,
    of: (_signed, header) => header.length,
  });
  return (header, now = Date.now()) => {
    const before = header === undefined ? undefined : known.get(header);
    if (before !== undefined) return unexpired(before, now).viewer;
    const signed = verify(header, subgraph, secret, now);
    const { viewer } = signed;
    for (const part of [viewer.roles, viewer.scopes, viewer]) Object.freeze(part);
    known.set(header as string, signed);
    return viewer;
  };
}
