import type { IncomingMessage } from "node:http";

const JSON_BODY = /^application\/json(?:; ?charset=utf-8)?$/i;

/** What bounds the fast path. */
export interface FastLimits {
  /** Bytes of a request's body at most. */
  readonly bodyBytes: number;
  /** Whether the hub is stopping. */
  readonly draining: () => boolean;
}

/** Length of the JSON body of a `POST /graphql`; null for any other request. */
export function bodyLength({
  method,
  url,
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): number | null {
  if (method !== "POST" || url !== "/graphql") return null;
  const length = headers["content-length"];
  if (length === undefined || headers["content-encoding"] !== undefined || headers["transfer-encoding"] !== undefined) {
    return null;
  }
  return JSON_BODY.test(headers["content-type"] ?? "") ? Number(length) : null;
}

/** Reads a body of a known length. A client that leaves before its end is not heard of again. */
export function readBody(request: IncomingMessage, length: number, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length)));
}
