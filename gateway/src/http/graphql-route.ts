import { HeaderMap, type ApolloServer } from "@apollo/server";
import { HubError, REQUEST_ID_HEADER } from "@hub/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Logger } from "pino";
import { withRequestId } from "../errors/format-error.js";
import type { HubContext } from "../hub-context.js";
import type { Authenticate } from "../viewer/viewer.js";
import type { Admission } from "../limits/admission.js";
import { logRequest } from "./request-log.js";
import { badRequest, sendRefusal } from "./refusal.js";

/** What the endpoint needs of the gateway behind it. */
export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<HubContext>;
  readonly authenticate: Authenticate;
  readonly admission: Admission;
  /** The body of a request when it was read before the request came here. */
  readonly bodyOf: (request: IncomingMessage) => Buffer | undefined;
  readonly bodyBytes: number;
  readonly requestTimeoutMs: number;
  readonly log: Logger;
  readonly draining: () => boolean;
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

function checkRequest({ method, headers }: FastifyRequest): void {
  const encoding = headers["content-encoding"] ?? "identity";
  if (method !== "POST" && method !== "GET") {
    throw badRequest(405, `Method: found ${method}; expected POST or GET.`, { allow: "GET, POST" });
  }
  if (encoding !== "identity") {
    throw badRequest(415, `Header content-encoding: found ${JSON.stringify(encoding)}; expected none.`);
  }
}

/** Errors of requests that never became an operation carry the request id too. */
function identify(body: string, requestId: string): string {
  const answer = JSON.parse(body) as { errors?: GraphQLFormattedError[] };
  const errors = answer.errors?.map((error) => withRequestId(error, requestId));
  return JSON.stringify({ ...answer, errors });
}

/** `/graphql`: operations by POST and queries by GET, as GraphQL over HTTP has it. */
export function registerGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { apollo, authenticate, admission, bodyOf, bodyBytes, requestTimeoutMs, log, draining } = options;

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const started = performance.now();
    const leave = new AbortController();
    reply.raw.once("close", () => reply.raw.writableFinished || leave.abort());
    const context: HubContext = {
      viewer: await authenticate(request.headers.authorization),
      requestId: request.id,
      deadline: Date.now() + requestTimeoutMs,
      signal: leave.signal,
      record: { operationName: null, codes: [], calls: {} },
    };
    const execute = () =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: headersOf(request),
          search: request.url.slice(request.url.indexOf("?") + 1 || request.url.length),
          body: request.body,
        },
        context: () => Promise.resolve(context),
      });
    const { status = 200, headers, body } = await admission.run(execute, leave.signal);
    const text = body.kind === "complete" ? body.string : "";
    const answered = status >= 400 && context.record.codes.length === 0 ? identify(text, request.id) : text;
    logRequest(log, request.method, context, status, performance.now() - started);
    return reply.code(status).headers(Object.fromEntries(headers)).send(answered);
  };

  void app.register(async (scope) => {
    scope.addHook("onRequest", async (request) => {
      // A body that was read already belongs to a request that was accepted before.
      if (draining() && bodyOf(request.raw) === undefined)
        throw new HubError("SHUTTING_DOWN", "Hub: found it stopping; expected a running one.");
      checkRequest(request);
    });
    scope.addHook("preParsing", async (request, _reply, payload) => {
      const body = bodyOf(request.raw);
      return body === undefined ? payload : Readable.from([body], { objectMode: false });
    });
    scope.setErrorHandler((fault, request, reply) => sendRefusal(fault, request, reply, log));
    scope.route({
      method: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
      url: "/graphql",
      bodyLimit: bodyBytes,
      exposeHeadRoute: false,
      handler: handle,
    });
  });
  app.addHook("onRequest", async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
  });
  // A connection kept open after its last answer would keep a stopping hub alive.
  app.addHook("onSend", async (_request, reply) => {
    if (draining()) void reply.header("connection", "close");
  });
}
