import type { Client, PlainAnswer } from "@hub/plain-lane";
import { HubError, REQUEST_ID_HEADER } from "@hub/schema";
import type { IncomingHttpHeaders } from "node:http";
import type { Logger } from "pino";
import type { AnswerCache, FoundAnswer, MadeAnswer } from "../../cache/answer-cache.js";
import type { DataStamps } from "../../cache/data-stamps.js";
import type { Engine } from "../../engine/index.js";
import type { HubContext } from "../../hub-context.js";
import type { Admission } from "../../limits/admission.js";
import { checkLimits } from "../../limits/check-limits.js";
import type { Limits } from "../../limits/limits.js";
import type { Authenticate } from "../../viewer/viewer.js";
import { AnswerBody, chooseEncoding, COMPRESS_FROM_BYTES } from "../answer-body.js";
import { requestIdOf } from "../request-id.js";
import { logRequest } from "../request-log.js";
import { finishAnswer } from "./finish-answer.js";
import type { KnownOperation, KnownOperations } from "./known-operations.js";
import { refusalOf } from "./refusal-of.js";
import { readOperation, type PlainRequest } from "./read-operation.js";
import { mediaTypeOf } from "./media-type.js";
import { viewerScope } from "./viewer-scope.js";

/** What answers queries without Apollo Server's pipeline. */
export interface FastPathOptions {
  readonly engine: Engine;
  readonly operations: KnownOperations;
  /** Answers that are kept; null when none are. */
  readonly cache: { readonly answers: AnswerCache; readonly stamps: DataStamps } | null;
  readonly admission: Admission;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly requestTimeoutMs: number;
  readonly log: Logger;
}

/** The operation did not run: the full pipeline says why. */
class NotRun extends Error {}

/** An operation as it came, by whatever way. */
export interface FastRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly client: Client;
}

interface Asked extends PlainRequest {
  readonly operation: KnownOperation;
}

/**
 * Answers the requests that are nearly all of a hub's load: valid queries by POST, within the limits. They go from the
 * body to the engine or a kept answer, and back as bytes. Everything else is left to the full pipeline, and seen by
 * nobody to have been here.
 */
export class FastPath {
  readonly #options: FastPathOptions;
  /** Requests answered here since the start. */
  answered = 0;

  constructor(options: FastPathOptions) {
    this.#options = options;
  }

  /** Undefined, and nothing begun, for a request that is the full pipeline's; null once that shows only in the end. */
  answer(request: FastRequest): Promise<PlainAnswer | null> | undefined {
    const type = mediaTypeOf(request.headers.accept);
    if (type === null) return undefined;
    const asked = this.#read(request.body);
    return asked === null ? undefined : this.#answer(request, type, asked);
  }

  async #answer({ headers, client }: FastRequest, type: string, asked: Asked): Promise<PlainAnswer | null> {
    const { authenticate, requestTimeoutMs, log } = this.#options;
    const started = performance.now();
    const requestId = requestIdOf(headers);
    try {
      const leave = new AbortController();
      client.onLeave(() => leave.abort());
      const context: HubContext = {
        viewer: await authenticate(headers.authorization),
        requestId,
        deadline: Date.now() + requestTimeoutMs,
        signal: leave.signal,
        record: { operationName: asked.operation.operation.name?.value ?? null, codes: [], calls: {} },
      };
      const { answer, from } = await this.#find(asked, context);
      this.answered += 1;
      const sent = await inEncoding(answer, type, requestId, headers["accept-encoding"] as string | undefined);
      logRequest(log, "POST", context, answer.status, performance.now() - started, from);
      return sent;
    } catch (fault) {
      const overloaded = fault instanceof HubError && fault.code === "OVERLOADED";
      return overloaded ? refusalOf(fault, type, requestId) : null;
    }
  }

  /** Null for what Apollo Server is to answer, or refuse. */
  #read(body: string): Asked | null {
    const { operations, limits, admission } = this.#options;
    const asked = readOperation(body);
    if (asked === null) return null;
    if (admission.full && !operations.has(asked.query)) return null;
    const operation = operations.find(asked.query, asked.operationName);
    if (operation === null) return null;
    try {
      checkLimits(operation.document, operation.operation, asked.variables, limits);
    } catch {
      return null;
    }
    return { ...asked, operation };
  }

  async #find(asked: Asked, context: HubContext): Promise<FoundAnswer> {
    const { cache } = this.#options;
    if (cache === null) return { answer: await this.#make(asked, context), from: "made" };
    const { touched, id, variables } = asked.operation;
    const stamps = await cache.stamps.read(touched.size === 0 ? cache.stamps.subgraphs : touched);
    const scope = viewerScope(context.viewer);
    const known = Object.fromEntries(variables.map((name) => [name, asked.variables[name]]));
    const key = { operation: id, variables: known, scope };
    return cache.answers.answer(key, stamps, () => this.#make(asked, { ...context, kept: { stamps, scope } }));
  }

  async #make({ operation, operationName, variables }: Asked, context: HubContext): Promise<MadeAnswer> {
    const { engine, admission, log } = this.#options;
    const { key, document, touched } = operation;
    const json = await admission.run(
      () => engine.executeToJson({ key, document, operationName, variables }, context),
      context.signal,
    );
    const finished = finishAnswer(json, context, log);
    if (finished === null) throw new NotRun();
    const calls = Object.keys(context.record.calls);
    calls.forEach((subgraph) => touched.add(subgraph));
    return { status: finished.status, body: new AnswerBody(finished.text), keep: finished.clean, touched: calls };
  }
}

/** The answer as a client gets it, compressed if it is long and the client takes that. */
async function inEncoding(
  { status, body }: MadeAnswer,
  type: string,
  requestId: string,
  accepted: string | undefined,
): Promise<PlainAnswer> {
  const headers = { [REQUEST_ID_HEADER]: requestId, "content-type": type };
  const encoding = body.plain.length >= COMPRESS_FROM_BYTES ? chooseEncoding(accepted) : null;
  if (encoding === null) return { status, headers, body: body.plain };
  const compressed = { ...headers, vary: "accept-encoding", "content-encoding": encoding };
  return { status, headers: compressed, body: await body.compressed(encoding) };
}
