import type { PlainHandler, PlainRequest } from "@hub/plain-lane";
import type { ReadViewer, SubgraphOperation, Viewer } from "@hub/schema";
import { VIEWER_HEADER } from "@hub/schema";
import type { SubgraphDatabase } from "./database.js";
import { answerOperation, type Caller, type OperationServer } from "./serve-operation.js";

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/** Names Fastify refuses as keys, and what may stand for a letter of one: such a body is Fastify's to judge. */
const DOUBTFUL = ["__proto__", "constructor", "\\u"];

function readOperation(body: string): SubgraphOperation | undefined {
  if (DOUBTFUL.some((text) => body.includes(text))) return undefined;
  try {
    const operation = JSON.parse(body) as SubgraphOperation | null;
    return typeof operation?.query === "string" ? operation : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Answers the calls the gateway makes, from the socket to the executor. Everything else is left to Fastify, what is to
 * be refused first of all: so there is one place where calls are refused, and one way they are.
 */
export function laneHandler<D extends SubgraphDatabase | null>(
  server: OperationServer<D>,
  readViewer: ReadViewer,
  bodyLimitBytes: number,
): PlainHandler {
  const viewerOf = (header: string | undefined): Viewer | undefined => {
    try {
      return readViewer(header);
    } catch {
      return undefined;
    }
  };
  return ({ url, headers, body }: PlainRequest, client) => {
    if (url !== "/graphql" || !JSON_TYPE.test(headers["content-type"] ?? "")) return undefined;
    if (Number(headers["content-length"]) > bodyLimitBytes) return undefined;
    const viewer = viewerOf(headers[VIEWER_HEADER]);
    const operation = viewer && readOperation(body);
    if (viewer === undefined || operation === undefined) return undefined;
    const caller: Caller = { aborted: false };
    client.onLeave(() => (caller.aborted = true));
    return answerOperation(server, operation, viewer, headers, caller);
  };
}
