import type pg from "pg";

/** Columns of a table by the field name of the Prisma model, in the order COPY gets them. */
export type TableColumns = ReadonlyMap<string, string>;

/** The record tables of a database with their columns, as its catalogue has them. */
export async function readTableColumns(client: pg.ClientBase): Promise<ReadonlyMap<string, TableColumns>> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, ordinal_position`,
  );
  const tables = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const columns = tables.get(row.table_name) ?? new Map<string, string>();
    columns.set(fieldName(row.column_name), row.column_name);
    tables.set(row.table_name, columns);
  }
  return tables;
}

/** Field of a Prisma model for a column: `area_m2` is `areaM2`. A test holds every `@map` to this rule. */
export function fieldName(column: string): string {
  return column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
