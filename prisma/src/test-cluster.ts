import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OWNERS, type OwnerName } from "@hub/schema";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded-postgres.js";
import { migrate } from "./migrate.js";

/** A throwaway PostgreSQL for a test run, holding the four migrated, empty databases as templates. */
export interface TestCluster {
  /** Hand this to the test files; {@link createTestDatabases} makes databases from it. */
  readonly adminUrl: string;
  /** Stops the server and deletes its folder. */
  close(): Promise<void>;
}

/** Four databases of one test file. */
export interface TestDatabases {
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** Drops them, cutting connections still open. */
  drop(): Promise<void>;
}

/** Starts a cluster for a whole test run (vitest's globalSetup): about two seconds. */
export async function createTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), "hub-test-"));
  // The server may run as another user than root, who made the folder.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({ folder, durable: false });
  const close = async (): Promise<void> => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(OWNERS.map((owner) => migrate(owner, server.urls[owner])));
  } catch (error) {
    await close();
    throw error;
  }
  return { adminUrl: server.url("postgres"), close };
}

/**
 * Makes four databases for one test file, copied from the cluster's templates: about 0.1 s.
 *
 * @param templates names of the databases to copy, the migrated empty ones when absent. A template must be unused.
 */
export async function createTestDatabases(
  adminUrl: string,
  templates: (owner: OwnerName) => string = (owner) => `hub_${owner}`,
): Promise<TestDatabases> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const databases = OWNERS.map((owner) => [owner, `${name}_${owner}`] as const);
  await asAdmin(
    adminUrl,
    databases.map(([owner, database]) => `CREATE DATABASE ${database} TEMPLATE ${templates(owner)}`),
  );
  const urlOf = (database: string): string => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;
  return {
    urls: Object.fromEntries(databases.map(([owner, database]) => [owner, urlOf(database)])) as Record<
      OwnerName,
      string
    >,
    drop: () =>
      asAdmin(
        adminUrl,
        databases.map(([, database]) => `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
      ),
  };
}

async function asAdmin(adminUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Copies of one template wait for each other, also those of other test files.
    await client.query("SELECT pg_advisory_lock(72707371)");
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
