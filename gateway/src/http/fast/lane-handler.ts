import type { PlainHandler } from "@hub/plain-lane";
import type { FastPath } from "./fast-path.js";
import { bodyLength } from "./plain-http.js";

/**
 * Answers requests straight from the socket; what the fast path leaves is node:http's. A stopping hub drains its lane: a
 * request that still comes by it began before.
 */
export function laneHandler(fastPath: FastPath, bodyBytes: number): PlainHandler {
  return ({ url, headers, body }, client) => {
    const length = bodyLength({ method: "POST", url, headers });
    if (length === null || length > bodyBytes) return undefined;
    return fastPath.answer({ headers, body, client });
  };
}
