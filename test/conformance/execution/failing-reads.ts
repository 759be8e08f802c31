import type { Pool, QueryConfig } from "pg";

/** The pool, but statements whose names match are refused. */
export function failingReads(pool: Pool, names: RegExp): Pool {
  const query = (statement: QueryConfig): unknown => {
    if (names.test(statement.name ?? "")) return Promise.reject(new Error(`refused: ${statement.name}`));
    return pool.query(statement);
  };
  return Object.assign(Object.create(pool) as Pool, { query });
}
