import type { IncomingMessage } from "node:http";
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

/**
 * Reads a body that says it is JSON. Throws BAD_USER_INPUT for another type: a page of another site can send a form's
 * types without asking first, but not this one.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<string> {
  const type = request.headers["content-type"] ?? "";
  if (/^application\/([\w.+-]+\+)?json\b/i.test(type)) return readBody(request, limit);
  request.resume();
  throw new HubError(
    "BAD_USER_INPUT",
    `Header content-type: found ${JSON.stringify(type)}; expected application/json.`,
  );
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
function readBody(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > limit) {
      request.resume();
      reject(bodyTooLarge(limit));
      return;
    }
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
