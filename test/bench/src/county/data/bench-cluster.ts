import { dataSet, loadRecords, migrate, startEmbeddedPostgres } from "@hub/prisma";
import { OWNERS, type OwnerName } from "@hub/schema";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { countStatements } from "./count-statements.js";
import { fillCombined } from "./combined-database.js";

/** One size of data: a database per owner, and the same records in one database with a schema per owner. */
export interface CountyData {
  readonly counties: number;
  readonly urls: Readonly<Record<OwnerName, string>>;
  readonly combinedUrl: string;
}

/** A PostgreSQL that holds every size. */
export interface BenchCluster {
  /** Process id of its first process; the others are its children. */
  readonly pid: number;
  readonly data: readonly CountyData[];
  /** Statements executed while `work` runs. Nothing else may use the server meanwhile. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export interface BenchClusterOptions {
  /** Kept between runs: loading a hundred counties takes minutes. */
  readonly folder: string;
  readonly port: number;
  readonly sizes: readonly number[];
  readonly log: (line: string) => void;
}

/** What a user of PostGraphile adds to the tables. */
const FUNCTIONS = fileURLToPath(new URL("../../../src/county/postgraphile/functions.sql", import.meta.url));

async function createDatabase(adminUrl: string, name: string, anew = false): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    if (anew) await admin.query(`drop database if exists ${name} with (force)`);
    const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) await admin.query(`create database ${name}`);
  } finally {
    await admin.end();
  }
}

/** A server that settles by itself would do it in the middle of a measuring, and kept answers would be asked anew. */
async function settle(adminUrl: string, urls: readonly string[]): Promise<void> {
  for (const url of [adminUrl, ...urls]) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      if (url === adminUrl) {
        await client.query("alter system set autovacuum = off");
        await client.query("select pg_reload_conf()");
      } else {
        const { rows } = await client.query<{ settled: boolean }>(
          "select bool_and(last_vacuum is not null and last_analyze is not null) as settled from pg_stat_user_tables",
        );
        if (rows[0]?.settled !== true) await client.query("vacuum (analyze)");
      }
    } finally {
      await client.end();
    }
  }
}

async function load(urls: CountyData["urls"], counties: number, log: BenchClusterOptions["log"]): Promise<void> {
  for (const owner of OWNERS) await migrate(owner, urls[owner]);
  const { dataSet: name, parts } = dataSet({ counties });
  const result = await loadRecords({ urls, dataSet: name, parts });
  if (result.rows > 0) log(`Data: ${counties} counties, ${result.rows.toLocaleString("en")} rows loaded`);
}

/** Starts PostgreSQL and loads the sizes that are missing or out of date. */
export async function startBenchCluster({ folder, port, sizes, log }: BenchClusterOptions): Promise<BenchCluster> {
  const server = await startEmbeddedPostgres({ folder, port, durable: false, maxConnections: 300 });
  try {
    const data: CountyData[] = [];
    const functions = readFileSync(FUNCTIONS, "utf8");
    for (const counties of sizes) {
      const database = (part: string): string => `bench_${counties}_${part}`;
      const entries = OWNERS.map((owner) => [owner, server.url(database(owner))] as const);
      const urls = Object.fromEntries(entries) as Record<OwnerName, string>;
      const create = async (anew: boolean): Promise<void> => {
        for (const owner of OWNERS) await createDatabase(server.url("postgres"), database(owner), anew);
      };
      await create(false);
      await load(urls, counties, log).catch(async (error: unknown) => {
        if ((error as { code?: string }).code !== "CONFLICT") throw error;
        await create(true);
        await load(urls, counties, log);
      });
      const combinedUrl = server.url(database("all"));
      const createCombined = (): Promise<void> => createDatabase(server.url("postgres"), database("all"), true);
      if (await fillCombined(urls, combinedUrl, functions, createCombined))
        log(`Data: ${counties} counties in one database`);
      await settle(server.url("postgres"), [...Object.values(urls), combinedUrl]);
      data.push({ counties, urls, combinedUrl });
    }
    const pid = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    return {
      pid,
      data,
      countStatements: (work) => countStatements(server.url("postgres"), folder, work),
      close: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
