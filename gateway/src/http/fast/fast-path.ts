import { HubError } from "@hub/schema";
import type { IncomingMessage, ServerResponse } from "node:http";
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
import { refuse } from "./refuse.js";
import { readOperation, type PlainRequest } from "./read-operation.js";
import { mediaTypeOf } from "./media-type.js";
import { bodyLength, readBody } from "./plain-http.js";
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
  readonly draining: () => boolean;
}

/** Passes a request on to the full pipeline, with the body when it was read already. */
export type HandOver = (request: IncomingMessage, response: ServerResponse, body?: Buffer) => void;

/** The operation did not run: the full pipeline says why. */
class NotRun extends Error {}

interface Asked extends PlainRequest {
  readonly operation: KnownOperation;
}

/**
 * Answers the requests that are nearly all of a hub's load: valid queries by POST, within the limits. They go from the
 * body's bytes to the engine or a kept answer, and back as bytes. Everything else is handed over, and seen by nobody to
 * have been here.
 */
export class FastPath {
  readonly #options: FastPathOptions;
  readonly #handOver: HandOver;
  /** Requests answered here since the start. */
  answered = 0;

  constructor(options: FastPathOptions, handOver: HandOver) {
    this.#options = options;
    this.#handOver = handOver;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const length = bodyLength(request);
    const type = mediaTypeOf(request.headers.accept);
    if (length === null || type === null || length > this.#options.limits.bodyBytes || this.#options.draining()) {
      this.#handOver(request, response);
      return;
    }
    readBody(request, length, (body) => {
      this.#answer(request, response, type, body).catch((fault: unknown) => {
        if (response.headersSent || response.destroyed) return;
        if (fault instanceof HubError && fault.code === "OVERLOADED") refuse(request, response, type, fault);
        else this.#handOver(request, response, body);
      });
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse, type: string, body: Buffer): Promise<void> {
    const { authenticate, requestTimeoutMs, log } = this.#options;
    const started = performance.now();
    const asked = this.#read(body);
    if (asked === null) throw new NotRun();
    const leave = new AbortController();
    response.once("close", () => response.writableFinished || leave.abort());
    const context: HubContext = {
      viewer: await authenticate(request.headers.authorization),
      requestId: requestIdOf(request),
      deadline: Date.now() + requestTimeoutMs,
      signal: leave.signal,
      record: { operationName: asked.operation.operation.name?.value ?? null, codes: [], calls: {} },
    };
    const { answer, from } = await this.#find(asked, context);
    this.answered += 1;
    await this.#send(request, response, type, answer, context.requestId);
    logRequest(log, "POST", context, answer.status, performance.now() - started, from);
  }

  /** Null for what Apollo Server is to answer, or refuse. */
  #read(body: Buffer): Asked | null {
    const { operations, limits, admission } = this.#options;
    const asked = readOperation(body);
    if (asked === null) return null;
    if (admission.full && !operations.has(asked.query)) return null;
    const operation = operations.find(asked.query, asked.operationName);
    if (operation === null) return null;
    checkLimits(operation.document, operation.operation, asked.variables, limits);
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

  async #send(
    request: IncomingMessage,
    response: ServerResponse,
    type: string,
    { status, body }: MadeAnswer,
    requestId: string,
  ): Promise<void> {
    const long = body.plain.length >= COMPRESS_FROM_BYTES;
    const encoding = long ? chooseEncoding(request.headers["accept-encoding"] as string | undefined) : null;
    const bytes = encoding === null ? body.plain : await body.compressed(encoding);
    const headers = ["x-request-id", requestId, "content-type", type, "content-length", String(bytes.length)];
    if (encoding !== null) headers.push("vary", "accept-encoding", "content-encoding", encoding);
    if (this.#options.draining()) headers.push("connection", "close");
    response.writeHead(status, headers);
    response.end(bytes);
  }
}
