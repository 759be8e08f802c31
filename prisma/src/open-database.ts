import { createHash } from "node:crypto";
import type { OwnerName } from "@hub/schema";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { observablePool } from "./count-queries.js";
import { databaseTypes } from "./database-types.js";
import { PrismaClient as FundingClient } from "./generated/funding/client.js";
import { PrismaClient as InspectionClient } from "./generated/inspection/client.js";
import { PrismaClient as PersonnelClient } from "./generated/personnel/client.js";
import { PrismaClient as SchoolsClient } from "./generated/schools/client.js";

const CLIENTS = {
  schools: SchoolsClient,
  personnel: PersonnelClient,
  funding: FundingClient,
  inspection: InspectionClient,
};

/** The Prisma client of an owner. */
export type OwnerClient<Owner extends OwnerName> = InstanceType<(typeof CLIENTS)[Owner]>;

/** Options of {@link openDatabase}. */
export interface OpenDatabaseOptions {
  /** Most connections at a time; default 10. */
  readonly maxConnections?: number;
  /** Longest a statement may run, in milliseconds; default 30 000. */
  readonly statementTimeoutMs?: number;
  /** How long a connection may stay unused before it is closed, in milliseconds; default 5 minutes. */
  readonly idleTimeoutMs?: number;
  /** Told of connections lost while idle; the pool replaces them. Ignored when absent. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** One owner's database: plain SQL over `pool`, or its Prisma client, over the same connections. */
export interface Database<Owner extends OwnerName = OwnerName> {
  readonly owner: Owner;
  /** Reads dates as `YYYY-MM-DD`, int8 as a number while exact, numeric as digits. */
  readonly pool: pg.Pool;
  /** Made at first use: building it costs more than opening the pool. */
  readonly prisma: OwnerClient<Owner>;
  /** Waits for running queries, then closes all connections. May be called twice. */
  close(): Promise<void>;
}

/** Opens an owner's database. Connects at the first query, so a wrong URL shows only then. */
export function openDatabase<Owner extends OwnerName>(
  owner: Owner,
  url: string,
  options: OpenDatabaseOptions = {},
): Database<Owner> {
  const pool = observablePool({
    connectionString: url,
    max: options.maxConnections ?? 10,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    connectionTimeoutMillis: 10_000,
    // A new connection pays for its password's check and prepares every statement anew; questions may come a minute apart.
    idleTimeoutMillis: options.idleTimeoutMs ?? 300_000,
    // Firewalls forget connections that are silent for minutes.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    application_name: `hub-${owner}`,
    // The hub's statements are few and prepared; planning them anew for every list of keys costs more than running them.
    options: "-c plan_cache_mode=force_generic_plan",
    types: databaseTypes,
  });
  pool.on("error", (error) => options.onConnectionLost?.(error));
  let prisma: OwnerClient<Owner> | undefined;
  let closing: Promise<void> | undefined;
  return {
    owner,
    pool,
    get prisma() {
      prisma ??= createPrismaClient(owner, pool);
      return prisma;
    },
    close: () => (closing ??= closeBoth(pool, prisma as { $disconnect(): Promise<void> } | undefined)),
  };
}

function createPrismaClient<Owner extends OwnerName>(owner: Owner, pool: pg.Pool): OwnerClient<Owner> {
  const adapter = new PrismaPg(pool, { statementNameGenerator: (query) => statementName(query.sql) });
  const Client = CLIENTS[owner] as new (options: { adapter: PrismaPg }) => OwnerClient<Owner>;
  return new Client({ adapter });
}

/** Prepared statements are kept per connection under a name; the same SQL gets the same one. */
function statementName(sql: string): string {
  return `prisma_${createHash("sha1").update(sql).digest("base64url")}`;
}

async function closeBoth(pool: pg.Pool, prisma: { $disconnect(): Promise<void> } | undefined): Promise<void> {
  await prisma?.$disconnect();
  await pool.end();
}
