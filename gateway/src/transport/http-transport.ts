import {
  BoundedMap,
  DEADLINE_HEADER,
  PUBLIC_VIEWER,
  REQUEST_ID_HEADER,
  signViewer,
  VIEWER_HEADER,
  type HubError,
  type SubgraphName,
  type Viewer,
} from "@hub/schema";
import { setTimeout as sleep } from "node:timers/promises";
import { CircuitBreaker, type CircuitBreakerOptions } from "./circuit-breaker.js";
import { exchange, ExchangeFailure, type ExchangeAnswer } from "./http-exchange.js";
import { ConnectionPool } from "./http1/connection-pool.js";
import { headerLine } from "./http1/header-line.js";
import { httpStamp } from "./http-stamp.js";
import { subgraphInvalidResponse, subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import { markFresh } from "./fresh-result.js";
import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "./transport.js";

/** Where a subgraph listens and how much of the gateway one of its answers may take. */
export interface HttpTransportOptions {
  readonly subgraph: string;
  readonly url: string;
  /** Signs the viewer for the subgraph; without it no viewer is sent, and no stamp asked for. */
  readonly viewerSecret?: string;
  /** Sockets kept to the subgraph at most. */
  readonly connections?: number;
  /** Bytes of one answer at most, before and after decompression. */
  readonly maxResponseBytes?: number;
  /** How long a safe fetch is repeated while the subgraph does not take connections, milliseconds. */
  readonly retryForMs?: number;
  readonly breaker?: Partial<CircuitBreakerOptions>;
}

const DEFAULTS = { connections: 64, maxResponseBytes: 32 * 1024 * 1024, retryForMs: 3_000 };
const BREAKER: CircuitBreakerOptions = { openAfterMs: 3_000, failures: 5, probeEveryMs: 500 };
const FIRST_BACKOFF_MS = 20;
const LONGEST_BACKOFF_MS = 250;
const READY_TIMEOUT_MS = 1_000;
const QUERY_TEXTS = 2_000;
/** Of all query texts kept together. */
const QUERY_CHARACTERS = 4_000_000;
const VIEWER_REUSE_MS = 30_000;
const CONTENT_TYPE = "content-type: application/json\r\n";
const BYTE_ORDER_MARK = 0xfeff;
const RESTARTING = new Set([502, 503, 504]);

/** What one attempt came to: an answer, or a fault and whether the same request may be sent again. */
type Attempt =
  { readonly answer: ExchangeAnswer } | { readonly fault: HubError; readonly again: boolean; readonly down: boolean };

function faultOf(subgraph: string, error: unknown, request: SubgraphRequest): Attempt {
  if (!(error instanceof ExchangeFailure)) {
    return { fault: subgraphUnavailable(subgraph, "a request that cannot be sent"), again: false, down: false };
  }
  switch (error.kind) {
    case "timeout":
      return { fault: subgraphTimeout(subgraph), again: false, down: true };
    case "cancelled":
      return { fault: subgraphUnavailable(subgraph, "a client that left"), again: false, down: false };
    case "too large":
      return {
        fault: subgraphInvalidResponse(subgraph, "a longer answer", "one within the limit of bytes"),
        again: false,
        down: false,
      };
    case "undecodable":
      return {
        fault: subgraphInvalidResponse(subgraph, "an unreadable encoding", "gzip, deflate, br or none"),
        again: false,
        down: false,
      };
    case "malformed":
      return {
        fault: subgraphInvalidResponse(subgraph, "an answer that is not HTTP/1.1", "one that is"),
        again: false,
        down: true,
      };
    case "connection":
      return {
        fault: subgraphUnavailable(subgraph, "no connection"),
        again: request.kind === "query" || !error.sent,
        down: true,
      };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads an answer's envelope; what is inside `data` is the engine's to judge. */
function readResult(subgraph: string, answer: ExchangeAnswer): SubgraphResult {
  let body: unknown;
  try {
    body = JSON.parse(answer.text.charCodeAt(0) === BYTE_ORDER_MARK ? answer.text.slice(1) : answer.text);
  } catch {
    if (answer.status >= 500) {
      throw subgraphUnavailable(subgraph, `status ${answer.status}`);
    }
    throw subgraphInvalidResponse(subgraph, "a text that is not JSON", "a GraphQL response");
  }
  const shaped =
    isObject(body) &&
    (body["data"] === undefined || body["data"] === null || isObject(body["data"])) &&
    (body["errors"] === undefined || (Array.isArray(body["errors"]) && body["errors"].every(isObject))) &&
    ("data" in body || "errors" in body);
  if (!shaped) {
    throw subgraphInvalidResponse(subgraph, "JSON of another shape", "a GraphQL response");
  }
  return markFresh(body as SubgraphResult, !answer.text.includes("\\"));
}

/** Writes requests; the texts of queries repeat and are escaped once. */
function bodyWriter(): (request: SubgraphRequest) => string {
  const heads = new BoundedMap<string, string>(QUERY_TEXTS, { most: QUERY_CHARACTERS, of: (head) => head.length });
  return ({ query, variables, operationName }) => {
    let head = heads.get(query);
    if (head === undefined) {
      head = `{"query":${JSON.stringify(query)}`;
      heads.set(query, head);
    }
    const named = operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
    return `${head}${named},"variables":${JSON.stringify(variables ?? {})}}`;
  };
}

/** Headers of one request; a viewer's signature is reused for half of its life. */
function headerWriter(subgraph: string, secret: string | undefined): (call: SubgraphCall, timeoutMs: number) => string {
  const signed = new WeakMap<Viewer, { readonly value: string; readonly until: number }>();
  const signature = (viewer: Viewer, key: string): string => {
    const known = signed.get(viewer);
    const now = Date.now();
    if (known !== undefined && known.until > now) {
      return known.value;
    }
    const value = signViewer(viewer, subgraph as SubgraphName, key, now);
    signed.set(viewer, { value, until: now + VIEWER_REUSE_MS });
    return value;
  };
  return (call, timeoutMs) => {
    let headers = CONTENT_TYPE + headerLine(REQUEST_ID_HEADER, call.requestId);
    headers += `${DEADLINE_HEADER}: ${Math.ceil(timeoutMs)}\r\n`;
    for (const name in call.headers) {
      headers += headerLine(name, call.headers[name] as string);
    }
    if (secret !== undefined) {
      headers += headerLine(VIEWER_HEADER, signature(call.viewer, secret));
    }
    return headers;
  };
}

/**
 * The way to a subgraph over HTTP: kept-alive connections, bounded in number, bytes and time.
 *
 * A query is repeated while the subgraph restarts; a mutation only if it had not left this process. A subgraph that has
 * answered nothing for seconds fails at once until a probe succeeds. Throws as SubgraphTransport says.
 */
export function createHttpTransport(options: HttpTransportOptions): SubgraphTransport {
  const { subgraph, connections, maxResponseBytes, retryForMs } = { ...DEFAULTS, ...options };
  const url = new URL(options.url);
  const path = url.pathname + url.search;
  const pool = new ConnectionPool(url, connections);
  const breaker = new CircuitBreaker({ ...BREAKER, ...options.breaker });
  const bodyOf = bodyWriter();
  const headersFor = headerWriter(subgraph, options.viewerSecret);

  async function attempt(request: SubgraphRequest, call: SubgraphCall, body: string): Promise<Attempt> {
    const timeoutMs = call.deadline - Date.now();
    if (timeoutMs <= 0) {
      return { fault: subgraphTimeout(subgraph), again: false, down: false };
    }
    try {
      const headers = headersFor(call, timeoutMs);
      const answer = await exchange(pool, {
        path,
        headers,
        body,
        timeoutMs,
        signal: call.signal,
        maxBytes: maxResponseBytes,
      });
      if (RESTARTING.has(answer.status)) {
        return {
          fault: subgraphUnavailable(subgraph, `status ${answer.status}`),
          again: request.kind === "query",
          down: true,
        };
      }
      return { answer };
    } catch (error) {
      return faultOf(subgraph, error, request);
    }
  }

  /** Waits before the next attempt; false when there is no time left for one. */
  async function backOff(tries: number, started: number, call: SubgraphCall): Promise<boolean> {
    const pause = Math.min(FIRST_BACKOFF_MS * 2 ** tries, LONGEST_BACKOFF_MS);
    const now = Date.now();
    if (now + pause > Math.min(started + retryForMs, call.deadline) || breaker.open) {
      return false;
    }
    await sleep(pause, undefined, { signal: call.signal }).catch(() => undefined);
    return !call.signal.aborted;
  }

  async function execute(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult> {
    if (call.signal.aborted) {
      throw subgraphUnavailable(subgraph, "a client that left");
    }
    if (!breaker.allows()) {
      throw subgraphUnavailable(subgraph, "repeated failures");
    }
    const body = bodyOf(request);
    const started = Date.now();
    for (let tries = 0; ; tries++) {
      const outcome = await attempt(request, call, body);
      if ("answer" in outcome) {
        breaker.succeeded();
        return readResult(subgraph, outcome.answer);
      }
      if (outcome.down) {
        breaker.failed();
      }
      if (!outcome.again || !(await backOff(tries, started, call))) {
        throw outcome.fault;
      }
    }
  }

  async function ready(): Promise<boolean> {
    const body = '{"query":"{__typename}"}';
    const signal = new AbortController().signal;
    try {
      const { status } = await exchange(pool, {
        path,
        headers: CONTENT_TYPE,
        body,
        timeoutMs: READY_TIMEOUT_MS,
        signal,
        maxBytes: 65_536,
      });
      if (status < 500) {
        breaker.succeeded();
      }
      return status < 500;
    } catch {
      return false;
    }
  }

  const { viewerSecret } = options;
  const stamp =
    viewerSecret === undefined
      ? {}
      : {
          stamp: httpStamp(subgraph, pool, options.url, () => {
            if (breaker.open) throw subgraphUnavailable(subgraph, "repeated failures");
            return headerLine(VIEWER_HEADER, signViewer(PUBLIC_VIEWER, subgraph as SubgraphName, viewerSecret));
          }),
        };

  return { subgraph, execute, ready, close: () => Promise.resolve(pool.destroy()), ...stamp };
}
