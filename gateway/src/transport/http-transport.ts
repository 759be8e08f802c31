import { PUBLIC_VIEWER, signViewer, VIEWER_HEADER, type SubgraphName } from "@hub/schema";
import { setTimeout as sleep } from "node:timers/promises";
import { CircuitBreaker, type CircuitBreakerOptions } from "./circuit-breaker.js";
import { exchange } from "./http-exchange.js";
import { failureOf, restartOf, type FailedAttempt } from "./http-faults.js";
import { ConnectionPool } from "./http1/connection-pool.js";
import { headerLine } from "./http1/header-line.js";
import { httpStamp } from "./http-stamp.js";
import { readResult } from "./read-result.js";
import { subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "./transport.js";
import { bodyWriter, CONTENT_TYPE, headerWriter } from "./write-request.js";

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

/** A request on its way, as often as it is sent. */
interface Sending {
  readonly request: SubgraphRequest;
  readonly call: SubgraphCall;
  readonly body: string;
  /** Epoch milliseconds of the first attempt. */
  readonly started: number;
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
  // Subgraphs of the hub answer calls faster on connections that have carried nothing else.
  const aside = new ConnectionPool(url, connections);
  const breaker = new CircuitBreaker({ ...BREAKER, ...options.breaker });
  const bodyOf = bodyWriter();
  const headersFor = headerWriter(subgraph, options.viewerSecret);

  function attempt(sending: Sending, tries: number): Promise<SubgraphResult> {
    const { request, call, body } = sending;
    const timeoutMs = call.deadline - Date.now();
    if (timeoutMs <= 0) return Promise.reject(subgraphTimeout(subgraph));
    let headers: string;
    try {
      headers = headersFor(call, timeoutMs);
    } catch (error) {
      return Promise.reject(failureOf(subgraph, error, request).fault);
    }
    // One promise and its successor a call: each more costs as much as writing the headers.
    return exchange(pool, { path, headers, body, timeoutMs, signal: call.signal, maxBytes: maxResponseBytes }).then(
      (answer) => {
        const restart = restartOf(subgraph, answer.status, request);
        if (restart !== undefined) return failed(restart, sending, tries);
        breaker.succeeded();
        return readResult(subgraph, answer);
      },
      (error: unknown) => failed(failureOf(subgraph, error, request), sending, tries),
    );
  }

  async function failed({ fault, again, down }: FailedAttempt, sending: Sending, tries: number) {
    if (down) breaker.failed();
    if (!again || !(await backOff(tries, sending))) throw fault;
    return attempt(sending, tries + 1);
  }

  /** Waits before the next attempt; false when there is no time left for one. */
  async function backOff(tries: number, { started, call }: Sending): Promise<boolean> {
    const pause = Math.min(FIRST_BACKOFF_MS * 2 ** tries, LONGEST_BACKOFF_MS);
    const now = Date.now();
    if (now + pause > Math.min(started + retryForMs, call.deadline) || breaker.open) {
      return false;
    }
    await sleep(pause, undefined, { signal: call.signal }).catch(() => undefined);
    return !call.signal.aborted;
  }

  function execute(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult> {
    if (call.signal.aborted) return Promise.reject(subgraphUnavailable(subgraph, "a client that left"));
    if (!breaker.allows()) return Promise.reject(subgraphUnavailable(subgraph, "repeated failures"));
    try {
      return attempt({ request, call, body: bodyOf(request), started: Date.now() }, 0);
    } catch (error) {
      return Promise.reject(error as Error);
    }
  }

  async function ready(): Promise<boolean> {
    const body = '{"query":"{__typename}"}';
    const signal = new AbortController().signal;
    try {
      const { status } = await exchange(aside, {
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
          stamp: httpStamp(subgraph, aside, options.url, () => {
            if (breaker.open) throw subgraphUnavailable(subgraph, "repeated failures");
            return headerLine(VIEWER_HEADER, signViewer(PUBLIC_VIEWER, subgraph as SubgraphName, viewerSecret));
          }),
        };

  async function close(): Promise<void> {
    pool.destroy();
    aside.destroy();
  }

  return { subgraph, execute, ready, close, ...stamp };
}
