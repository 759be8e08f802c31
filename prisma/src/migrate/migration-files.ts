import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { OwnerName } from "@hub/schema";

/** One migration of an owner, as it stands in the repository. */
export interface MigrationFile {
  /** Name of its folder, `<timestamp>_<name>`; migrations run in the order of their names. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file in hex, as Prisma computes it. */
  readonly checksum: string;
}

/** Folder of an owner's migrations in the repository. */
export function migrationsFolder(owner: OwnerName): string {
  return fileURLToPath(new URL(`../../${owner}/migrations`, import.meta.url));
}

/** The migrations in a folder, in the order they run. */
export function readMigrations(folder: string): readonly MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}
