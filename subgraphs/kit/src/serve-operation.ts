import type { Executor, SubgraphOperation, Viewer } from "@hub/schema";
import { DEADLINE_HEADER, HubError, REQUEST_ID_HEADER } from "@hub/schema";
import type { PlainAnswer } from "@hub/plain-lane";
import type { Logger } from "pino";
import type { SubgraphDatabase } from "./database.js";
import type { Subgraph } from "./define-subgraph.js";
import { withinDeadline } from "./within-deadline.js";

/** Header fields of a call, as node:http and the plain lane give them. */
export type CallHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Who waits for an answer, and whether it still does. */
export interface Caller {
  aborted: boolean;
}

/** What answers operations, whatever way they came. */
export interface OperationServer<D extends SubgraphDatabase | null> {
  readonly subgraph: Subgraph<D>;
  readonly execute: Executor<object>;
  /** The database as long as the caller waits. */
  readonly databaseFor: (caller: Caller) => D;
  readonly log: Logger;
}

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };

function jsonAnswer(status: number, content: unknown): PlainAnswer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(content) };
}

/** The answer to a call that failed as a whole. What nobody planned for is logged, and said to nobody. */
export function answerFault(fault: unknown, headers: CallHeaders, log: Logger): PlainAnswer {
  if (fault instanceof HubError) {
    return jsonAnswer(fault.code === "UNAUTHENTICATED" ? 401 : 500, { errors: [fault] });
  }
  log.error({ fault, requestId: headers[REQUEST_ID_HEADER] }, "request failed");
  const status = (fault as { statusCode?: number }).statusCode ?? 500;
  const code = status === 413 ? "BODY_TOO_LARGE" : "INTERNAL";
  return jsonAnswer(status, { errors: [new HubError(code, "The request failed.")] });
}

/** Runs one operation for a viewer; nothing more is read for it once it is answered or its caller has left. */
export async function answerOperation<D extends SubgraphDatabase | null>(
  { subgraph, execute, databaseFor, log }: OperationServer<D>,
  operation: SubgraphOperation,
  viewer: Viewer,
  headers: CallHeaders,
  caller: Caller,
): Promise<PlainAnswer> {
  const started = performance.now();
  const requestId = String(headers[REQUEST_ID_HEADER] ?? "");
  try {
    const context = subgraph.createContext({ viewer, requestId }, databaseFor(caller));
    const result = await withinDeadline(execute(operation, context), Number(headers[DEADLINE_HEADER]));
    if (log.isLevelEnabled("info")) {
      const ms = Math.round(performance.now() - started);
      log.info({ requestId, ms, errors: result.errors?.length ?? 0 }, "answered");
    }
    return jsonAnswer(200, result);
  } catch (fault) {
    return answerFault(fault, headers, log);
  } finally {
    caller.aborted = true;
  }
}
