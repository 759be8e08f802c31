import pg from "pg";
import { ReadingPool } from "./reads/reading-pool.js";
import { tapRows } from "./reads/row-tap.js";

const observers = new WeakMap<object, Set<(text: string) => void>>();

/**
 * A pool whose queries can be observed, whoever sends them: the pool itself, a client taken from it, Prisma over it.
 *
 * Each query reaches a client exactly once, so counting there counts each once.
 */
export function observablePool(config: pg.PoolConfig): pg.Pool {
  const watching = new Set<(text: string) => void>();
  class ObservedClient extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      super(options);
      tapRows(this.connection);
    }

    // pg's query has eight overloads; only the first argument is looked at, the rest passes through.
    // oxlint-disable-next-line typescript/no-explicit-any
    override query(...args: any[]): any {
      if (watching.size > 0) {
        const [query] = args;
        const text: string = typeof query === "string" ? query : (query?.text ?? "");
        for (const observer of watching) observer(text);
      }
      return super.query(...(args as [string]));
    }
  }
  // The option is pg-pool's own and is missing from its types.
  const pool = new ReadingPool({ ...config, Client: ObservedClient } as pg.PoolConfig);
  observers.set(pool, watching);
  return pool;
}

/** Queries seen since the count began, in order, as SQL text. */
export interface QueryCount {
  readonly count: number;
  readonly texts: readonly string[];
  /** Ends the count; the numbers stay. */
  stop(): void;
}

/**
 * Counts the queries that reach a pool of {@link observablePool} (every pool of `openDatabase` is one), for tests.
 *
 * @throws TypeError for any other pool.
 */
export function countQueries(pool: pg.Pool): QueryCount {
  const watching = observers.get(pool);
  if (watching === undefined) throw new TypeError("countQueries: found a plain pool; expected one of openDatabase");
  const texts: string[] = [];
  const observer = (text: string): void => void texts.push(text);
  watching.add(observer);
  return {
    get count() {
      return texts.length;
    },
    texts,
    stop: () => void watching.delete(observer),
  };
}
