import { errorCatalogue, REQUEST_ID_HEADER, type HubError } from "@hub/schema";
import type { IncomingMessage, ServerResponse } from "node:http";
import { formatError, withRequestId } from "../../errors/format-error.js";
import { requestIdOf } from "../request-id.js";

/** Answers with an error of the hub's own, its HTTP status and headers. */
export function refuse(request: IncomingMessage, response: ServerResponse, type: string, error: HubError): void {
  const requestId = requestIdOf(request);
  const { headers = new Map() } = (error.extensions["http"] ?? {}) as { headers?: ReadonlyMap<string, string> };
  const body = JSON.stringify({ errors: [withRequestId(formatError(error.toJSON()), requestId)] });
  response.writeHead(errorCatalogue[error.code].http, {
    [REQUEST_ID_HEADER]: requestId,
    ...Object.fromEntries(headers),
    "content-type": type,
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
