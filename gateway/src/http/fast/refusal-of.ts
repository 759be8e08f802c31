import type { PlainAnswer } from "@hub/plain-lane";
import { errorCatalogue, REQUEST_ID_HEADER, type HubError } from "@hub/schema";
import { formatError, withRequestId } from "../../errors/format-error.js";

/** The answer that is an error of the hub's own, with its HTTP status and headers. */
export function refusalOf(error: HubError, type: string, requestId: string): PlainAnswer {
  const { headers = new Map() } = (error.extensions["http"] ?? {}) as { headers?: ReadonlyMap<string, string> };
  return {
    status: errorCatalogue[error.code].http,
    headers: { [REQUEST_ID_HEADER]: requestId, ...Object.fromEntries(headers), "content-type": type },
    body: JSON.stringify({ errors: [withRequestId(formatError(error.toJSON()), requestId)] }),
  };
}
