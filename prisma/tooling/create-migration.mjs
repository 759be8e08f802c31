import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestCluster } from "../dist/test-cluster.js";
import { schemaEngine } from "./schema-engine.mjs";

/**
 * Writes the migration that leads from an owner's migrations to its schema.prisma, without a network.
 *
 * Usage, after a build: node tooling/create-migration.mjs <owner> <name_in_snake_case>
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [owner = "", name = ""] = process.argv.slice(2);
const schemaFile = join(root, owner, "schema.prisma");
if (owner === "" || !existsSync(schemaFile) || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("create-migration: found no such owner or name; expected an owner and a name_in_snake_case.\n");
  process.exit(1);
}

const cluster = await createTestCluster();
try {
  const url = Object.assign(new URL(cluster.adminUrl), { pathname: `/hub_${owner}` }).href;
  const { engine, close } = await schemaEngine(url);
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: join(root, owner) },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  await close();
  writeMigration(stdout.trim());
} finally {
  await cluster.close();
}

/** New and changed tables are watched anew, so that the change log knows their keys. */
function writeMigration(sql) {
  if (sql === "-- This is an empty migration.") {
    process.stdout.write(`${owner}: the migrations already lead to schema.prisma.\n`);
    return;
  }
  const tables = new Set([...sql.matchAll(/^(?:CREATE|ALTER) TABLE "(\w+)"/gm)].map((match) => match[1]));
  const watch = [...tables].map((table) => `SELECT hub_log.watch_table('"${table}"');`);
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const file = join(root, owner, "migrations", `${stamp}_${name}`, "migration.sql");
  mkdirSync(dirname(file));
  writeFileSync(file, `${[sql, ...watch].join("\n\n")}\n`);
  process.stdout.write(`Wrote ${relative(process.cwd(), file)}: read it before you commit it.\n`);
}
