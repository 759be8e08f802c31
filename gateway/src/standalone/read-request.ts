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

/** Reads a body, and no more of it than the limit. Throws BODY_TOO_LARGE. */
export function readBody(request: IncomingMessage, limit: number): Promise<string> {
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
