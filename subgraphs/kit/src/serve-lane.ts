import type { PlainHandler, PlainRequest } from "@hub/plain-lane";
import type { ReadViewer, SubgraphOperation, Viewer } from "@hub/schema";
import { VIEWER_HEADER } from "@hub/schema";
import type { SubgraphDatabase } from "./database.js";
import { answerOperation, type Caller, type OperationServer } from "./serve-operation.js";

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/** Keys Fastify refuses, the second not always. */
const REFUSED_KEYS = ["__proto__", "constructor"];
/** Without one of them, or an escape that may stand for a letter of one, a text has no such key. */
const REFUSED_KEY = new RegExp(REFUSED_KEYS.join("|"));

function hasRefusedKey(content: unknown): boolean {
  const left = [content];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    if (REFUSED_KEYS.some((key) => Object.hasOwn(value, key))) return true;
    for (const inner of Object.values(value)) left.push(inner);
  }
  return false;
}

/** One search for both keys: two would stop at each "_" and "c" of a long text. */
function mayHaveRefusedKey(body: string): boolean {
  return body.includes("\\u") || REFUSED_KEY.test(body);
}

function readOperation(body: string): SubgraphOperation | undefined {
  try {
    const operation = JSON.parse(body) as SubgraphOperation | null;
    if (typeof operation?.query !== "string") return undefined;
    return mayHaveRefusedKey(body) && hasRefusedKey(operation) ? undefined : operation;
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
