import { createLocalTransport, type SubgraphTransport } from "@hub/gateway";
import { dayStamp, type Subgraph } from "@hub/kit";
import { openDatabase, type Database } from "@hub/prisma";
import { OWNERS, SUBGRAPHS, type OwnerName, type SubgraphName } from "@hub/schema";
import type { Logger } from "pino";
import { openDatabaseClocks } from "./database-clocks.js";
import { subgraphs } from "./subgraphs.js";

/** The ways to subgraphs that run in this process, and their databases. */
export interface InProcessSubgraphs {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  close(): Promise<void>;
}

async function answers(database: Database | null): Promise<boolean> {
  if (database === null) return true;
  return database.pool.query("select 1").then(
    () => true,
    () => false,
  );
}

/** Opens the owners' databases, so many connections to each, and makes every subgraph executable in this process. */
export async function startInProcessSubgraphs(
  urls: Readonly<Record<OwnerName, string>>,
  maxConnections: number,
  log: Logger,
): Promise<InProcessSubgraphs> {
  const onConnectionLost = (error: Error) => log.warn({ err: error }, "database connection lost");
  const databases = new Map<SubgraphName, Database>(
    OWNERS.map((owner) => [owner, openDatabase(owner, urls[owner], { onConnectionLost, maxConnections }) as Database]),
  );
  const clocks = await openDatabaseClocks(urls, onConnectionLost);
  const transports = new Map<string, SubgraphTransport>();
  for (const { name } of SUBGRAPHS) {
    const stamp = clocks.stamps.get(name) ?? dayStamp;
    const database = databases.get(name) ?? null;
    const local = { database: database && { pool: database.pool }, stamp, ready: () => answers(database), log };
    // Which of them has a database is not in the type of a list of all.
    transports.set(name, await createLocalTransport(subgraphs[name] as Subgraph<typeof local.database>, local));
  }
  return {
    transports,
    async close() {
      await Promise.all([clocks, ...databases.values()].map((open) => open.close()));
    },
  };
}
