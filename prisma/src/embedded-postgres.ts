import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError, OWNERS, type OwnerName } from "@hub/schema";
import pg from "pg";
import { dataFolderExists, databasePassword, prepareDataFolder, SUPERUSER } from "./embedded/data-folder.js";
import { findPostgresBinaries } from "./embedded/postgres-binaries.js";
import { clearEarlierServer } from "./embedded/running-server.js";
import { serverAccount } from "./embedded/server-account.js";
import { startServer, type ServerProcess, type ServerStart } from "./embedded/server-process.js";

/** Options of {@link startEmbeddedPostgres}. */
export interface EmbeddedPostgresOptions {
  /** Folder of the hub's own files, usually `.hub` in the checkout: `postgres/`, `postgres-password`, `postgres.log`. */
  readonly folder: string;
  /** Port on 127.0.0.1; a free one when absent. */
  readonly port?: number;
  /** False makes a server for tests: faster, but a power cut may break it. Default true. */
  readonly durable?: boolean;
  /** Most connections at a time; default 120, enough for one hub. */
  readonly maxConnections?: number;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Connection URL of each owner's database. Holds the password: not for logs. */
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** Connection URL of another database of this server. */
  url(database: string): string;
  /** Closes all connections and stops the server; resolves when its process has ended. */
  close(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1, with one database per owner (`hub_schools` ...).
 *
 * Works as root and as an ordinary user, and picks up a folder whose hub was killed.
 *
 * @throws HubError CONFIGURATION_INVALID: port taken, folder in use, broken or of another user or version.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof HubError || !["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST"].includes(code ?? ""))
      throw error;
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Embedded PostgreSQL: found "${message}"; expected ${options.folder} to be a folder this user can write.`,
    );
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.folder, { recursive: true });
  const home = realpathSync(options.folder);
  const folder = join(home, "postgres");
  const hubFile = join(home, "postgres-hub.pid");
  const durable = options.durable ?? true;
  const binaries = findPostgresBinaries();
  const account = serverAccount(folder, binaries.postgres);
  const folderExists = dataFolderExists(folder, account);
  if (folderExists) await clearEarlierServer(folder, hubFile);
  const password = databasePassword(join(home, "postgres-password"), folderExists);
  await prepareDataFolder(folder, binaries, account, password, durable);
  writeFileSync(hubFile, String(process.pid));
  const logFile = join(home, "postgres.log");
  const maxConnections = options.maxConnections ?? 120;
  const fixed = { binaries, account, folder, logFile, durable, maxConnections };
  const { server, port } = await startOnPort(fixed, options.port);
  const url = (database: string): string => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  try {
    await createDatabases(url("postgres"));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    port,
    urls: Object.fromEntries(OWNERS.map((owner) => [owner, url(`hub_${owner}`)])) as Record<OwnerName, string>,
    url,
    close: () => server.stop(),
  };
}

async function startOnPort(
  start: Omit<ServerStart, "port">,
  wanted: number | undefined,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const server = await startServer({ ...start, port });
    if (server !== "port taken") return { server, port };
    if (wanted !== undefined || attempt === 5) {
      throw new HubError(
        "CONFIGURATION_INVALID",
        `Embedded PostgreSQL: found port ${port} taken by another program; expected it to be free.`,
        { port },
      );
    }
    await sleep(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function createDatabases(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    const present = new Set(rows.map((row) => row.datname));
    for (const owner of OWNERS) {
      if (!present.has(`hub_${owner}`)) await client.query(`CREATE DATABASE hub_${owner}`);
    }
  } catch (error) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Embedded PostgreSQL: found "${(error as Error).message}" when connecting; expected the password of postgres-password to fit its data folder.`,
    );
  } finally {
    await client.end();
  }
}
