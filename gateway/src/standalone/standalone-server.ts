import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { HubError } from "@hub/schema";
import { addPlainLane, type PlainHandler } from "@hub/plain-lane";
import { clientOf, sendAnswer } from "../http/answer-over-http.js";
import { jsonAnswer, refusal } from "./answer-request.js";
import { Operations } from "./operations.js";
import { bodyOfSearch, checkBodyHeaders, readBody } from "./read-request.js";
import { readiness } from "./readiness.js";
import type { StandaloneOptions } from "./standalone-options.js";
import { watchGraph, type WatchedGraph } from "./watch-graph.js";

/** A running gateway. */
export interface StandaloneGateway {
  readonly port: number;
  /** Lets requests that run end, then closes. */
  stop(): Promise<void>;
}

/** Requests that came whole in one piece. */
function plainHandler(operations: Operations): PlainHandler {
  return ({ headers, body }, client) => {
    const read = (limit: number): string => {
      checkBodyHeaders(headers, limit);
      return body;
    };
    return operations.answer({ headers, client, onlyQueries: false, read });
  };
}

/** All other requests. */
class RequestHandler {
  readonly #graph: WatchedGraph;
  readonly #operations: Operations;
  stopping = false;

  constructor(graph: WatchedGraph, operations: Operations) {
    this.#graph = graph;
    this.#operations = operations;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const [path = "", search = ""] = (request.url ?? "").split("?", 2);
    if (request.method === "POST") {
      void this.#answer(request, response, (limit) => {
        checkBodyHeaders(request.headers, limit);
        return readBody(request, limit);
      });
    } else if (request.method === "GET" && search !== "") {
      void this.#answer(request, response, () => bodyOfSearch(search));
    } else if (path === "/livez") {
      sendAnswer(response, jsonAnswer(200, '{"status":"alive"}'), this.stopping);
    } else if (path === "/readyz") {
      void readiness(this.#graph, this.stopping).then((answer) => sendAnswer(response, answer, this.stopping));
    } else {
      const message = `Method: found ${request.method}; expected POST, or GET with a query.`;
      sendAnswer(response, refusal(405, [new HubError("BAD_USER_INPUT", message)]), this.stopping);
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    read: (limit: number) => string | Promise<string>,
  ): Promise<void> {
    const { headers, method } = request;
    const onlyQueries = method === "GET";
    const answer = await this.#operations.answer({ headers, onlyQueries, client: clientOf(response), read });
    request.resume();
    sendAnswer(response, answer, this.stopping);
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** Starts the gateway alone in front of a supergraph file. */
export async function startStandalone(
  options: StandaloneOptions,
  say: (message: string) => void,
): Promise<StandaloneGateway> {
  const graph = await watchGraph(options, say);
  const operations = new Operations(graph, options);
  const handler = new RequestHandler(graph, operations);
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => handler.handle(request, response));
  const lane = options.plainLane ? addPlainLane(server, plainHandler(operations)) : undefined;
  const port = await listen(server, options.port, options.host);
  return {
    port,
    async stop() {
      handler.stopping = true;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        lane?.drain();
      });
      await graph.close();
    },
  };
}
