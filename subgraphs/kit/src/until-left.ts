import { HubError } from "@hub/schema";
import type { SubgraphDatabase } from "./database.js";

/**
 * The database for one request: once its client has left, no more queries are sent for it. One already sent runs out
 * its own time.
 */
export function untilLeft<D extends SubgraphDatabase | null>(database: D, signal: AbortSignal): D {
  if (database === null) return database;
  const { pool } = database;
  const query = (...args: unknown[]): unknown => {
    if (signal.aborted) {
      return Promise.reject(new HubError("SUBGRAPH_UNAVAILABLE", "Found a client that left; expected one that waits."));
    }
    return (pool.query as (...given: unknown[]) => unknown).apply(pool, args);
  };
  // By prototype, as spreading would read what is made at first use.
  const guarded = Object.assign(Object.create(pool) as typeof pool, { query });
  return Object.create(database, { pool: { value: guarded } }) as D;
}
