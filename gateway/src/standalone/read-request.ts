import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { HubError } from "@hub/schema";

/** A GraphQL request as it came over HTTP. */
export interface ReceivedRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function bodyTooLarge(limit: number): HubError {
  return new HubError("BODY_TOO_LARGE", `Request body: found more than ${limit} bytes; expected at most as many.`, {
    limit,
  });
}

const JSON_TYPE = /^application\/([\w.+-]+\+)?json\b/i;

/**
 * Refuses a body that does not say it is JSON, or is too long. Throws BAD_USER_INPUT and BODY_TOO_LARGE: a page of
 * another site can send a form's types without asking first, but not this one.
 */
export function checkBodyHeaders(
  { "content-type": type = "", "content-length": length }: IncomingHttpHeaders,
  limit: number,
): void {
  if (!JSON_TYPE.test(type)) {
    throw new HubError(
      "BAD_USER_INPUT",
      `Header content-type: found ${JSON.stringify(type)}; expected application/json.`,
    );
  }
  if (Number(length ?? 0) > limit) throw bodyTooLarge(limit);
}

/** The request of a GET as the JSON a POST would bring. Throws BAD_USER_INPUT for variables that are no JSON. */
export function bodyOfSearch(search: string): string {
  const { query, operationName, variables } = Object.fromEntries(new URLSearchParams(search));
  try {
    return JSON.stringify({ query, operationName, variables: JSON.parse(variables || "{}") as unknown });
  } catch {
    throw new HubError("BAD_USER_INPUT", `Parameter "variables": found ${JSON.stringify(variables)}; expected JSON.`);
  }
}

/** Reads a body, and no more of it than the limit. Throws BODY_TOO_LARGE. */
export function readBody(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit) {
        reject(bodyTooLarge(limit));
        request.removeAllListeners("data").resume();
      } else {
        chunks.push(chunk);
      }
    });
    request.on("end", () =>
      resolve((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString("utf8")),
    );
    request.on("error", reject);
  });
}

/** Reads a GraphQL request from its JSON. Throws BAD_USER_INPUT. */
export function readRequest(body: string): ReceivedRequest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = undefined;
  }
  const { query, variables, operationName } = isObject(parsed) ? parsed : {};
  const named = operationName === undefined || operationName === null || typeof operationName === "string";
  if (typeof query !== "string" || !named || !(variables === undefined || variables === null || isObject(variables))) {
    throw new HubError(
      "BAD_USER_INPUT",
      'Request body: found no GraphQL request; expected JSON with "query" and, optionally, "variables" and "operationName".',
    );
  }
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}
