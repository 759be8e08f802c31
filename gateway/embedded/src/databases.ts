import { dataSet, loadRecords, loadedDataSet, migrate, startEmbeddedPostgres } from "@hub/prisma";
import { OWNERS, type OwnerName } from "@hub/schema";
import { relative } from "node:path";
import { checkout, type EmbeddedEnvironment } from "./environment.js";
import type { Reporter } from "./reporter.js";

/** The owners' databases, migrated and filled. */
export interface HubDatabases {
  readonly urls: Readonly<Record<OwnerName, string>>;
  /** Stops PostgreSQL when the hub started it. */
  close(): Promise<void>;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

async function startServer({ databases, dataFolder }: EmbeddedEnvironment, report: Reporter): Promise<HubDatabases> {
  if (databases !== null) {
    report.step("PostgreSQL: the databases of DATABASE_URL_*");
    return { urls: databases, close: () => Promise.resolve() };
  }
  const started = performance.now();
  const server = await startEmbeddedPostgres({ folder: dataFolder });
  const folder = relative(checkout, dataFolder);
  const shown = folder.startsWith("..") ? dataFolder : folder;
  report.step(`PostgreSQL: ready on 127.0.0.1:${server.port}, data in ${shown} (${seconds(started)})`);
  return { urls: server.urls, close: () => server.close() };
}

async function applyMigrations(urls: HubDatabases["urls"], report: Reporter): Promise<void> {
  const applied = await Promise.all(OWNERS.map(async (owner) => [owner, await migrate(owner, urls[owner])] as const));
  const news = applied.filter(([, names]) => names.length > 0).map(([owner, names]) => `${owner} ${names.length}`);
  report.step(`Migrations: ${news.length === 0 ? "up to date" : `applied ${news.join(", ")}`}`);
}

async function loadData(urls: HubDatabases["urls"], report: Reporter, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const { dataSet: name, parts } = dataSet();
  const held = await loadedDataSet(urls);
  if (held?.complete === true) {
    // Another whole data set (more counties, an older version's) is the user's: it is served, never mixed or replaced.
    const other = held.dataSet === name ? "" : `, kept as loaded: ${held.dataSet} (delete the data folder for ${name})`;
    report.step(`Data: there already${other}`);
    return;
  }
  const all = [...parts];
  const order = new Map(all.map((part, index) => [part.name, index]));
  const { rows } = await loadRecords({
    urls,
    dataSet: name,
    parts: all,
    onProgress: (progress) => {
      // A hub told to stop does not finish loading: what is not whole is rolled back.
      signal.throwIfAborted();
      const done = order.get(progress.part) ?? 0;
      report.progress(done, all.length, `loading ${progress.part}, ${progress.rows.toLocaleString("en")} rows`);
    },
  });
  report.step(`Data: ${rows.toLocaleString("en")} rows loaded (${seconds(started)})`);
}

/**
 * Starts the embedded PostgreSQL, or takes the databases of the environment; migrates them and loads the data once.
 *
 * Throws CONFIGURATION_INVALID when a database cannot be used, CONFLICT when it holds other data.
 */
export async function startDatabases(
  environment: EmbeddedEnvironment,
  report: Reporter,
  signal: AbortSignal,
): Promise<HubDatabases> {
  const databases = await startServer(environment, report);
  try {
    signal.throwIfAborted();
    await applyMigrations(databases.urls, report);
    signal.throwIfAborted();
    await loadData(databases.urls, report, signal);
    return databases;
  } catch (error) {
    await databases.close();
    throw error;
  }
}
