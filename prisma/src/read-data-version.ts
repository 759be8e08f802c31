import type pg from "pg";

/** How far an owner's data has come. Versions compare within one epoch; a database made anew has another. */
export interface DataVersion {
  readonly epoch: string;
  /** First version the change log still holds; 0 when it is empty. */
  readonly oldest: number;
  /** Last version such that it and all before it are committed; 0 before the first change. */
  readonly newest: number;
}

/**
 * Reads an owner's data version. It never passes a transaction still open and skips none that committed.
 *
 * What is read from the database **after** this call holds all changes up to `newest`.
 */
export async function readDataVersion(pool: pg.Pool | pg.ClientBase): Promise<DataVersion> {
  const { rows } = await pool.query<{ epoch: string; oldest: number; newest: number }>({
    name: "hub_data_version",
    text: "SELECT epoch, oldest, newest FROM hub_log.data_version()",
  });
  const [row] = rows;
  if (row === undefined) throw new Error("hub_log.data_version: found no row; expected one");
  return { epoch: row.epoch, oldest: Number(row.oldest), newest: Number(row.newest) };
}
