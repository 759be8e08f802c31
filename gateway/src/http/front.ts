import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { addPlainLane, type PlainLane } from "@hub/plain-lane";
import type { FastPath } from "./fast/fast-path.js";
import { answerFast, type Route } from "./fast/answer-fast.js";
import { laneHandler } from "./fast/lane-handler.js";

/** The listening side of the hub: requests meet the fast path first and Fastify's router after it. */
export interface Front {
  /** Fastify's `serverFactory`. */
  readonly createServer: (route: Route) => Server;
  /** The body of a request that was read before it was handed to Fastify. */
  readonly bodyOf: (request: IncomingMessage) => Buffer | undefined;
  /** Lets requests that run end, and closes their connections after them. */
  drain(): void;
  /** Ends all connections at once. */
  destroy(): void;
}

export interface FrontOptions {
  /** Null sends every request to Fastify as it came. */
  readonly fastPath: FastPath | null;
  /** False lets node:http read every request; the answers are the same. */
  readonly plainLane: boolean;
  /** Bytes of a request's body at most. */
  readonly bodyBytes: number;
  readonly draining: () => boolean;
}

/** Longer than load balancers keep their connections, so that it is not the hub that closes first. */
const KEEP_ALIVE_SECONDS = 72;

/**
 * Makes the front. Queries in the form nearly all clients send go by the plain lane from the socket to the fast path and
 * back, other queries by node:http, and what the fast path leaves goes on to Fastify.
 */
export function createFront({ fastPath, plainLane, bodyBytes, draining }: FrontOptions): Front {
  const bodies = new WeakMap<IncomingMessage, Buffer>();
  let server: Server | undefined;
  let lane: PlainLane | undefined;

  function handlerOf(route: Route): Route {
    if (fastPath === null) return route;
    const handOver = (request: IncomingMessage, response: ServerResponse, body?: Buffer): void => {
      if (body !== undefined) bodies.set(request, body);
      route(request, response);
    };
    return answerFast(fastPath, handOver, { bodyBytes, draining });
  }

  return {
    createServer(route) {
      server = createServer({ keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000 }, handlerOf(route));
      if (fastPath !== null && plainLane) {
        const handle = laneHandler(fastPath, bodyBytes);
        lane = addPlainLane(server, handle, { keepAliveSeconds: KEEP_ALIVE_SECONDS, longestBody: bodyBytes });
      }
      return server;
    },
    bodyOf: (request) => bodies.get(request),
    drain: () => lane?.drain(),
    destroy() {
      lane?.destroy();
      server?.closeAllConnections();
    },
  };
}
