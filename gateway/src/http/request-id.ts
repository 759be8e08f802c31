import { REQUEST_ID_HEADER } from "@hub/schema";
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

const ACCEPTED = /^[\w.:-]{1,128}$/;

/** The caller's request id when it is harmless in logs and headers, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === "string" && ACCEPTED.test(given) ? given : randomUUID();
}
