import type { SubgraphOperation } from "@hub/schema";
import { createExecutor, DEADLINE_HEADER, HubError, REQUEST_ID_HEADER, VIEWER_HEADER, verifyViewer } from "@hub/schema";
import fastify, { LogController } from "fastify";
import type { Logger } from "pino";
import type { SubgraphDatabase } from "./database.js";
import { untilLeft } from "./until-left.js";
import type { ReadStamp } from "./data-stamp.js";
import type { Subgraph } from "./define-subgraph.js";

/** How a subgraph runs as a service of its own. */
export interface ServeOptions<D extends SubgraphDatabase | null> {
  readonly database: D;
  readonly host: string;
  readonly port: number;
  /** The secret the gateway signs viewers with. */
  readonly viewerSecret: string;
  readonly bodyLimitBytes: number;
  readonly log: Logger;
  /** Whether the subgraph could answer now; asked by /readyz. */
  ready(): Promise<boolean>;
  /** The stamp of its data, for gateways that keep answers. */
  readonly stamp: ReadStamp;
}

/** A subgraph that listens; `close` lets running requests finish. */
export interface RunningSubgraph {
  close(): Promise<void>;
}

/**
 * Serves a subgraph over HTTP: `POST /graphql` and `GET /stamp` for the gateway alone, `/livez`, `/readyz`.
 *
 * A call without a viewer signed for this subgraph is refused with 401.
 */
export async function serveSubgraph<D extends SubgraphDatabase | null>(
  subgraph: Subgraph<D>,
  options: ServeOptions<D>,
): Promise<RunningSubgraph> {
  const { schema } = await subgraph.build();
  const { log } = options;
  const execute = createExecutor(schema, (fault) => log.error({ fault }, "unexpected fault"));
  const app = fastify({
    bodyLimit: options.bodyLimitBytes,
    forceCloseConnections: "idle",
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
  });

  // A kept-alive connection that is busy when the close begins would otherwise hold it up until it times out.
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) void reply.header("connection", "close");
  });

  app.get("/livez", () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const ready = await options.ready();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });

  app.get("/stamp", async (request, reply) => {
    verifyViewer(request.headers[VIEWER_HEADER] as string | undefined, subgraph.name, options.viewerSecret);
    return reply.type("text/plain").send(await options.stamp());
  });

  app.post<{ Body: SubgraphOperation }>("/graphql", async (request, reply) => {
    const requestId = String(request.headers[REQUEST_ID_HEADER] ?? "");
    const started = performance.now();
    const viewer = verifyViewer(
      request.headers[VIEWER_HEADER] as string | undefined,
      subgraph.name,
      options.viewerSecret,
    );
    const left = new AbortController();
    reply.raw.once("close", () => left.abort());
    const database = untilLeft(options.database, left.signal);
    const context = subgraph.createContext({ viewer, requestId }, database);
    const result = await withinDeadline(execute(request.body, context), Number(request.headers[DEADLINE_HEADER]));
    log.info(
      { requestId, ms: Math.round(performance.now() - started), errors: result.errors?.length ?? 0 },
      "answered",
    );
    return reply.send(result);
  });

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HubError) {
      return reply.code(error.code === "UNAUTHENTICATED" ? 401 : 500).send({ errors: [error] });
    }
    log.error({ fault: error, requestId: request.headers[REQUEST_ID_HEADER] }, "request failed");
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    return reply
      .code(status)
      .send({ errors: [new HubError(status === 413 ? "BODY_TOO_LARGE" : "INTERNAL", "The request failed.")] });
  });

  await app.listen({ host: options.host, port: options.port });
  return { close: () => app.close() };
}

/** Gives up waiting when the gateway no longer listens; a query already sent to the database runs out its own time. */
async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  if (!Number.isFinite(milliseconds) || milliseconds <= 0) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new HubError("SUBGRAPH_TIMEOUT", `Found no answer within ${milliseconds} ms.`)),
      milliseconds,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
