import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { HubError } from "@hub/schema";
import { GraphQLError } from "graphql";
import { answerRequest, refusal, type Answer } from "./answer-request.js";
import { bodyOfSearch, readJsonBody } from "./read-request.js";
import type { StandaloneOptions } from "./standalone-options.js";
import { watchGraph, type WatchedGraph } from "./watch-graph.js";

/** A running gateway. */
export interface StandaloneGateway {
  readonly port: number;
  /** Lets requests that run end, then closes. */
  stop(): Promise<void>;
}

const RETRY_AFTER_SECONDS = "1";

function statusOf(error: HubError): number {
  return error.code === "BODY_TOO_LARGE"
    ? 413
    : error.code === "OVERLOADED" || error.code === "SHUTTING_DOWN"
      ? 503
      : 400;
}

function send(response: ServerResponse, { status, body }: Answer, last = false): void {
  const headers: Record<string, string | number> = {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
  };
  if (status === 503) {
    headers["retry-after"] = RETRY_AFTER_SECONDS;
  }
  if (last) {
    headers["connection"] = "close";
  }
  response.writeHead(status, headers);
  response.end(body);
}

/** Gives the request as JSON text, of at most so many bytes. */
type ReadBody = (limit: number) => Promise<string>;

class RequestHandler {
  readonly #graph: WatchedGraph;
  readonly #options: StandaloneOptions;
  #running = 0;
  stopping = false;

  constructor(graph: WatchedGraph, options: StandaloneOptions) {
    this.#graph = graph;
    this.#options = options;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const [path = "", search = ""] = (request.url ?? "").split("?", 2);
    if (request.method === "POST") {
      void this.#graphql(request, response, (limit) => readJsonBody(request, limit));
    } else if (request.method === "GET" && search !== "") {
      void this.#graphql(request, response, () => Promise.resolve(bodyOfSearch(search)));
    } else if (path === "/livez") {
      send(response, { status: 200, body: Buffer.from('{"status":"alive"}') });
    } else if (path === "/readyz") {
      void this.#ready(response);
    } else {
      const expected = new HubError(
        "BAD_USER_INPUT",
        `Method: found ${request.method}; expected POST, or GET with a query.`,
      );
      send(response, refusal(405, [expected]));
    }
  }

  async #graphql(request: IncomingMessage, response: ServerResponse, read: ReadBody): Promise<void> {
    this.#running += 1;
    const left = new AbortController();
    response.on("close", () => {
      if (!response.writableFinished) {
        left.abort();
      }
    });
    try {
      send(response, await this.#answer(request, read, left.signal), this.stopping);
    } catch (error) {
      const known = error instanceof GraphQLError;
      const shown = known ? error : new HubError("INTERNAL", "Unexpected fault.");
      send(response, refusal(shown instanceof HubError && known ? statusOf(shown) : 500, [shown]), this.stopping);
    } finally {
      this.#running -= 1;
    }
  }

  async #answer(request: IncomingMessage, read: ReadBody, signal: AbortSignal): Promise<Answer> {
    if (this.#running > this.#options.concurrency) {
      request.resume();
      throw new HubError(
        "OVERLOADED",
        `Gateway: found ${this.#running} requests; expected at most ${this.#options.concurrency}.`,
      );
    }
    const body = await read(this.#options.limits.bodyBytes);
    const held = this.#graph.hold();
    try {
      const onlyQueries = request.method === "GET";
      return await answerRequest({ body, headers: request.headers, signal, onlyQueries }, held.graph, this.#options);
    } finally {
      held.release();
    }
  }

  async #ready(response: ServerResponse): Promise<void> {
    const held = this.#graph.hold();
    const names = [...held.graph.transports.keys()];
    const answers = await Promise.all(names.map((name) => held.graph.transports.get(name)?.ready()));
    held.release();
    const ready = !this.stopping && answers.every(Boolean);
    const subgraphs = Object.fromEntries(names.map((name, index) => [name, answers[index]]));
    send(response, { status: ready ? 200 : 503, body: Buffer.from(JSON.stringify({ ready, subgraphs })) });
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
  const handler = new RequestHandler(graph, options);
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => handler.handle(request, response));
  const port = await listen(server, options.port, options.host);
  return {
    port,
    async stop() {
      handler.stopping = true;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await graph.close();
    },
  };
}
