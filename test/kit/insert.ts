import type pg from "pg";

/** Inserts one row; keys are column names, arrays become PostgreSQL arrays. */
export async function insert(pool: pg.Pool, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const names = columns.map((column) => `"${column}"`).join(", ");
  await pool.query(`insert into "${table}" (${names}) values (${places.join(", ")})`, Object.values(row));
}
