import type { ConnectionPool } from "./http1/connection-pool.js";
import { exchange } from "./http-exchange.js";
import { subgraphUnavailable } from "./subgraph-errors.js";

/** Waiting longer would cost an answer more than keeping it saves. */
const TIMEOUT_MS = 1_000;
const LONGEST_BYTES = 1_024;

/** Asks a subgraph of the hub for its stamp: `GET stamp` beside its endpoint. Rejects when it does not say. */
export function httpStamp(
  subgraph: string,
  pool: ConnectionPool,
  url: string,
  headers: () => string,
): () => Promise<string> {
  const path = new URL("stamp", url).pathname;
  const { signal } = new AbortController();
  return async () => {
    const { status, text } = await exchange(pool, {
      method: "GET",
      path,
      headers: headers(),
      timeoutMs: TIMEOUT_MS,
      signal,
      maxBytes: LONGEST_BYTES,
    });
    if (status !== 200) throw subgraphUnavailable(subgraph, `status ${status}`);
    return text;
  };
}
