import { randomUUID } from "node:crypto";
import { HubError, type OwnerName } from "@hub/schema";
import pg from "pg";
import { migrationsFolder, readMigrations, type MigrationFile } from "./migrate/migration-files.js";
import { pendingMigrations } from "./migrate/migration-history.js";

/** Prisma's own lock number: the hub and `prisma migrate deploy` wait for each other. */
const MIGRATION_LOCK = 72707369;

/**
 * Applies an owner's pending migrations, in order, each in a transaction of its own.
 *
 * Needs no Prisma engine; writes `_prisma_migrations` as Prisma does. Hubs that start together wait for each other.
 *
 * @param folder folder of the migrations; the owner's in this repository when absent.
 * @returns names of the migrations applied now, none when the database was up to date.
 * @throws HubError CONFIGURATION_INVALID when the database cannot be reached, a migration fails (it leaves nothing), or
 *   an applied migration was changed.
 */
export async function migrate(
  owner: OwnerName,
  url: string,
  folder: string = migrationsFolder(owner),
): Promise<readonly string[]> {
  const files = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(owner, client, error);
  }
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const pending = await pendingMigrations(client, owner, files);
    for (const file of pending) await apply(client, owner, file);
    return pending.map((file) => file.name);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, owner: OwnerName, file: MigrationFile): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query("BEGIN; SET LOCAL search_path = public");
    await client.query(file.sql);
    await client.query(
      `INSERT INTO public."_prisma_migrations"
         (id, checksum, finished_at, migration_name, logs, rolled_back_at, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, NULL, NULL, $4, 1)`,
      [randomUUID(), file.checksum, file.name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Database ${owner}: migration ${file.name}: found "${(error as Error).message}"; expected it to apply. Nothing of it was kept.`,
    );
  }
}

function unreachable(owner: OwnerName, client: pg.Client, error: unknown): HubError {
  const { message, code } = error as NodeJS.ErrnoException;
  return new HubError(
    "CONFIGURATION_INVALID",
    `Database ${owner}: found "${message || code}" at ${client.host}:${client.port}/${client.database}; expected a PostgreSQL that accepts the URL of DATABASE_URL_${owner.toUpperCase()}.`,
  );
}
