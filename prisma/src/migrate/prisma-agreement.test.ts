import { readFileSync } from "node:fs";
import { OWNERS, type OwnerName } from "@hub/schema";
import { afterEach, expect, test } from "vitest";
import { schemaEngine } from "../../tooling/schema-engine.mjs";
import { testDatabases } from "../testing/open-test-database.js";
import { migrationsFolder, readMigrations } from "./migration-files.js";

const databases = testDatabases();
type Engine = Awaited<ReturnType<typeof schemaEngine>>;
const engines: Engine[] = [];

afterEach(async () => {
  for (const { close } of engines.splice(0)) await close();
});

async function engineOf(owner: OwnerName): Promise<Engine["engine"]> {
  const opened = await schemaEngine(databases.urls[owner]);
  engines.push(opened);
  return opened.engine;
}

const filters = { externalTables: [], externalEnums: [] };

async function drift(owner: OwnerName): Promise<string> {
  const engine = await engineOf(owner);
  const path = `${owner}/schema.prisma`;
  const files = [{ path, content: readFileSync(new URL(`../../${path}`, import.meta.url), "utf8") }];
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: owner },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters,
  });
  return stdout.trim();
}

test.each(OWNERS)("Prisma finds the migrated database of %s to be what its schema says", async (owner) => {
  expect(await drift(owner)).toBe("-- This is an empty migration.");
});

test("Prisma would see a difference", async () => {
  const { pool } = databases.open("inspection");
  await pool.query("ALTER TABLE complaint RENAME COLUMN topic TO subject");
  expect(await drift("inspection")).toContain('ADD COLUMN     "topic" TEXT');
  await pool.query("ALTER TABLE complaint RENAME COLUMN subject TO topic");
});

test.each(OWNERS)("Prisma has no migration of %s left to apply", async (owner) => {
  const engine = await engineOf(owner);
  const baseDir = migrationsFolder(owner);
  const migrationDirectories = readMigrations(baseDir).map((file) => ({
    path: file.name,
    migrationFile: { path: "migration.sql", content: { tag: "ok", value: file.sql } },
  }));
  const lockfile = { path: "migration_lock.toml", content: readFileSync(`${baseDir}/migration_lock.toml`, "utf8") };
  const migrationsList = { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
  const diagnosis = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
  expect(diagnosis).toMatchObject({
    history: null,
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
  });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
  expect(appliedMigrationNames).toEqual([]);
});
