import { createHash } from "node:crypto";
import { HubError, type OwnerName } from "@hub/schema";
import type pg from "pg";
import type { MigrationFile } from "./migration-files.js";

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The table of Prisma, column for column, so that `prisma migrate deploy` takes up where the hub stopped. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/**
 * The migrations of `files` the database does not have yet.
 *
 * @throws HubError CONFIGURATION_INVALID when the database's history and the files contradict each other: a migration
 *   changed after it was applied, one the files lack, one that failed halfway, a new one older than the last applied.
 */
export async function pendingMigrations(
  client: pg.ClientBase,
  owner: OwnerName,
  files: readonly MigrationFile[],
): Promise<readonly MigrationFile[]> {
  await client.query(HISTORY_TABLE);
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const known = new Map(files.map((file) => [file.name, file]));
  for (const applied of rows) {
    const file = known.get(applied.migration_name);
    const named = `Database ${owner}: migration ${applied.migration_name}`;
    if (applied.finished_at === null)
      throw historyError(`${named}: found unfinished; expected it applied or marked as rolled back.`);
    if (file === undefined) {
      throw historyError(
        `${named}: found applied, but not among the files; expected a hub at least as new as its database.`,
      );
    }
    if (!sameText(file, applied.checksum)) {
      throw historyError(
        `${named}: found changed since it was applied; expected applied migrations to stay as they are. Put the change into a new migration.`,
      );
    }
  }
  const done = new Set(rows.map((row) => row.migration_name));
  const pending = files.filter((file) => !done.has(file.name));
  const last = rows.at(-1)?.migration_name;
  const late = pending.find((file) => last !== undefined && file.name < last);
  if (late !== undefined) {
    throw historyError(
      `Database ${owner}: migration ${late.name}: found older than ${last}, which is applied; expected new migrations to come last.`,
    );
  }
  return pending;
}

/** A checkout on Windows may have other line ends than the one that applied the migration; Prisma allows that too. */
function sameText(file: MigrationFile, checksum: string): boolean {
  const unix = file.sql.replaceAll("\r\n", "\n");
  const texts = [file.sql, unix, unix.replaceAll("\n", "\r\n")];
  return texts.some((text) => createHash("sha256").update(text).digest("hex") === checksum);
}

function historyError(message: string): HubError {
  return new HubError("CONFIGURATION_INVALID", message);
}
