import { HubError } from "@hub/schema";
import type { SubgraphDatabase } from "./database.js";

/**
 * The database for one request: once its client has left, no more queries are sent for it. One already sent runs out
 * its own time.
 */
export function untilLeft<D extends SubgraphDatabase | null>(database: D, signal: { readonly aborted: boolean }): D {
  if (database === null) return database;
  const { pool } = database;
  // Both by prototype: a pool's other members and what a database makes at first use stay where they are, and objects of
  // one prototype made in these steps share a shape, which makes them cheap.
  const guarded = Object.create(pool) as { -readonly [Key in "query"]: (...args: never[]) => unknown };
  guarded.query = (...args) =>
    signal.aborted ? refuse() : (pool.query as (...given: never[]) => unknown).apply(pool, args);
  const forRequest = Object.create(database) as D;
  return Object.defineProperty(forRequest as D & object, "pool", { value: guarded });
}

function refuse(): Promise<never> {
  return Promise.reject(new HubError("SUBGRAPH_UNAVAILABLE", "Found a client that left; expected one that waits."));
}
