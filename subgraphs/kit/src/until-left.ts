import { HubError } from "@hub/schema";
import type { SubgraphDatabase } from "./database.js";

/** Tells whether whoever asked has left. */
type Signal = { readonly aborted: boolean };

/** Any of the ways a pool takes a query. */
type Send = (...args: unknown[]) => unknown;

/**
 * Gives the database for one request: once its client has left, no more queries are sent for it. One already sent runs
 * out its own time.
 */
export function untilLeft<D extends SubgraphDatabase | null>(database: D): (signal: Signal) => D {
  if (database === null) return () => database;
  const GuardedDatabase = guardedClass(database);
  return (signal) => new GuardedDatabase(signal) as D;
}

/**
 * A class whose objects are the database but for the queries of their pool: what else the two have, and what a database
 * makes at first use, stays where it is.
 *
 * One class for all requests: objects put together for each, function by function, outlive their request by many
 * collections of young objects, and with them all that the request read.
 */
function guardedClass(database: SubgraphDatabase): new (signal: Signal) => SubgraphDatabase {
  const { pool } = database;

  class GuardedPool {
    readonly #signal: Signal;

    constructor(signal: Signal) {
      this.#signal = signal;
    }

    query(...args: unknown[]): unknown {
      return this.#signal.aborted ? refuse() : (pool.query as Send).apply(pool, args);
    }
  }
  Object.setPrototypeOf(GuardedPool.prototype, pool);

  class GuardedDatabase {
    readonly pool: GuardedPool;

    constructor(signal: Signal) {
      this.pool = new GuardedPool(signal);
    }
  }
  Object.setPrototypeOf(GuardedDatabase.prototype, database);
  return GuardedDatabase as unknown as new (signal: Signal) => SubgraphDatabase;
}

function refuse(): Promise<never> {
  return Promise.reject(new HubError("SUBGRAPH_UNAVAILABLE", "Found a client that left; expected one that waits."));
}
