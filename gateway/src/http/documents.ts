import type { FastifyInstance } from "fastify";
import { createHash } from "node:crypto";

/** A text served under a path, as it is at the moment of the request; null answers 404. */
export interface HubDocument {
  readonly path: string;
  readonly type: string;
  readonly text: () => string | null;
}

/** Serves documents with an ETag, so that a second look costs 304. */
export function registerDocuments(app: FastifyInstance, documents: readonly HubDocument[]): void {
  for (const { path, type, text } of documents) {
    app.get(path, (request, reply) => {
      const body = text();
      if (body === null) return reply.callNotFound();
      const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
      void reply.header("etag", etag).header("cache-control", "no-cache");
      return request.headers["if-none-match"] === etag ? reply.code(304).send() : reply.type(type).send(body);
    });
  }
}
