import type { SubgraphOperation } from "@hub/schema";
import { createExecutor, VIEWER_HEADER, viewerReader } from "@hub/schema";
import { addPlainLane, type PlainAnswer } from "@hub/plain-lane";
import fastify, { LogController, type FastifyReply } from "fastify";
import type { Logger } from "pino";
import type { SubgraphDatabase } from "./database.js";
import type { ReadStamp } from "./data-stamp.js";
import type { Subgraph } from "./define-subgraph.js";
import { laneHandler } from "./serve-lane.js";
import { answerFault, answerOperation, type Caller, type OperationServer } from "./serve-operation.js";
import { untilLeft } from "./until-left.js";

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

/** A gateway that asks nothing for some minutes finds its connections still open. */
const KEEP_ALIVE_SECONDS = 600;

/**
 * Serves a subgraph over HTTP: `POST /graphql` and `GET /stamp` for the gateway alone, `/livez`, `/readyz`. Calls as the
 * gateway makes them go by the plain lane, all else by Fastify, to the same answers.
 *
 * A call without a viewer signed for this subgraph is refused with 401.
 */
export async function serveSubgraph<D extends SubgraphDatabase | null>(
  subgraph: Subgraph<D>,
  options: ServeOptions<D>,
): Promise<RunningSubgraph> {
  const { schema } = await subgraph.build();
  const { log, database } = options;
  const execute = createExecutor(schema, (fault) => log.error({ fault }, "unexpected fault"));
  const operations: OperationServer<D> = { subgraph, execute, databaseFor: untilLeft(database), log };
  const readViewer = viewerReader(subgraph.name, options.viewerSecret);
  const app = fastify({
    bodyLimit: options.bodyLimitBytes,
    forceCloseConnections: "idle",
    keepAliveTimeout: KEEP_ALIVE_SECONDS * 1_000,
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
  });
  const lane = addPlainLane(app.server, laneHandler(operations, readViewer, options.bodyLimitBytes), {
    keepAliveSeconds: KEEP_ALIVE_SECONDS,
    longestBody: options.bodyLimitBytes,
    besideClients: true,
  });

  // A kept-alive connection that is busy when the close begins would otherwise hold it up until it times out.
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
    lane.drain();
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
    readViewer(request.headers[VIEWER_HEADER] as string | undefined);
    return reply.type("text/plain").send(await options.stamp());
  });

  app.post<{ Body: SubgraphOperation }>("/graphql", async ({ headers, body }, reply) => {
    const viewer = readViewer(headers[VIEWER_HEADER] as string | undefined);
    const caller: Caller = { aborted: false };
    reply.raw.once("close", () => (caller.aborted = true));
    return send(reply, await answerOperation(operations, body, viewer, headers, caller));
  });

  app.setErrorHandler((fault, { headers }, reply) => send(reply, answerFault(fault, headers, log)));

  await app.listen({ host: options.host, port: options.port });
  return { close: () => app.close() };
}

function send(reply: FastifyReply, { status, headers, body }: PlainAnswer): FastifyReply {
  return reply.code(status).headers(headers).send(body);
}
