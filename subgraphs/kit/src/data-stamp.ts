import type { Pool } from "pg";

/** Reads the stamp of a subgraph's data: two equal stamps mean that nothing it reads has changed in between. */
export type ReadStamp = () => Promise<string>;

/**
 * The snapshot says which transactions are visible, so any commit changes it, however it was made and whatever is still
 * open; it counts for all databases of a server. The start of the server tells a restored copy from the original.
 */
const STAMP = /* sql */ `
  select concat_ws(' ', pg_current_snapshot(), extract(epoch from pg_postmaster_start_time()), current_date) as stamp
`;

/**
 * The stamp of everything in the pool's PostgreSQL server, and of the day: some answers depend on what day it is.
 *
 * Rejects when the database does not answer.
 */
export function databaseStamp(pool: Pool): ReadStamp {
  return async () => {
    const { rows } = await pool.query<{ stamp: string }>({ name: "kit.stamp", text: STAMP });
    return `${rows[0]?.stamp} ${today()}`;
  };
}

/** The stamp of a subgraph without data of its own: it changes with the day alone. */
export const dayStamp: ReadStamp = () => Promise.resolve(today());

/** The day subgraphs take for today when no other is given. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
