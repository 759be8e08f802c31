import type { PlainHandler } from "@hub/plain-lane";
import type { FastPath } from "./fast-path.js";
import { bodyLength, type FastLimits } from "./plain-http.js";

/** Answers requests straight from the socket; what the fast path leaves is node:http's. */
export function laneHandler(fastPath: FastPath, { bodyBytes, draining }: FastLimits): PlainHandler {
  return ({ url, headers, body }, client) => {
    const length = bodyLength({ method: "POST", url, headers });
    if (length === null || length > bodyBytes || draining()) return undefined;
    return fastPath.answer({ headers, body, client });
  };
}
