import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FastPath, HandOver } from "./fast/fast-path.js";

/** The listening side of the hub: requests meet the fast path first and Fastify's router after it. */
export interface Front {
  /** Fastify's `serverFactory`. */
  readonly createServer: (route: (request: IncomingMessage, response: ServerResponse) => void) => Server;
  /** The body of a request that was read before it was handed to Fastify. */
  readonly bodyOf: (request: IncomingMessage) => Buffer | undefined;
}

/** Longer than load balancers keep their connections, so that it is not the hub that closes first. */
const KEEP_ALIVE_MS = 72_000;

/** Makes the front; without a fast path every request goes to Fastify as it came. */
export function createFront(makeFastPath: (handOver: HandOver) => FastPath | null): Front {
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  return {
    createServer(route) {
      const fastPath = makeFastPath((request, response, body) => {
        if (body !== undefined) bodies.set(request, body);
        route(request, response);
      });
      const handle = fastPath === null ? route : fastPath.handle.bind(fastPath);
      return createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, handle);
    },
    bodyOf: (request) => bodies.get(request),
  };
}
