import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Client } from "../lane-connection.js";
import type { PlainAnswer } from "../plain-answer.js";
import { addPlainLane, type PlainLane } from "../plain-lane.js";

/** What a handler sees of a request, however it came. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Null, which only the lane understands, leaves a request to node:http. */
export type Handler = (request: SeenRequest, client: Client) => Promise<PlainAnswer | null>;

/** A server with the lane, or node:http alone; both answer by one handler. */
export interface LaneServer {
  readonly port: number;
  /** Requests node:http served. */
  readonly standard: number;
  readonly sockets: ReadonlySet<Socket>;
  readonly lane: PlainLane | undefined;
  /** Takes no more connections, lets what runs end. */
  stop(): Promise<void>;
}

function clientOf(response: ServerResponse): Client {
  return {
    onLeave: (callback) => void response.on("close", () => void (response.writableFinished || callback())),
  };
}

/**
 * Starts a server on a free port of 127.0.0.1. Requests that do not come whole are refused soon, so that none hangs.
 * `longestBody`: of the lane.
 */
export async function startLaneServer(handle: Handler, withLane: boolean, longestBody = 0): Promise<LaneServer> {
  let standard = 0;
  let stopping = false;
  const limits = { requestTimeout: 2_000, headersTimeout: 2_000, connectionsCheckingInterval: 100 };
  const server = createServer({ keepAliveTimeout: 65_000, ...limits }, (request, response) => {
    standard += 1;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const seen = { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
      void handle(seen, clientOf(response)).then((answer) => {
        const { status, headers: fields, body } = answer as PlainAnswer;
        const last = stopping ? { connection: "close" } : {};
        response.writeHead(status, { ...fields, "content-length": Buffer.byteLength(body), ...last }).end(body);
      });
    });
  });
  const lane = withLane
    ? addPlainLane(server, (request, client) => handle({ method: "POST", ...request }, client), { longestBody })
    : undefined;
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    get standard() {
      return standard;
    },
    sockets,
    lane,
    async stop() {
      stopping = true;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        lane?.drain();
      });
    },
  };
}

/** Answers with what it saw, in JSON. */
export const echo: Handler = async ({ method, url, headers, body }) => {
  const fields = Object.fromEntries(Object.entries(headers).toSorted(([left], [right]) => (left < right ? -1 : 1)));
  const seen = JSON.stringify({ method, url, headers: fields, body });
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: seen };
};
