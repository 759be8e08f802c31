import { databaseStamp, type ReadStamp } from "@hub/kit";
import { openDatabase, type Database } from "@hub/prisma";
import { OWNERS, type OwnerName } from "@hub/schema";

/** The stamps of the owners' data, over connections of their own: a kept answer does not wait for queries that run. */
export interface DatabaseClocks {
  readonly stamps: ReadonlyMap<string, ReadStamp>;
  close(): Promise<void>;
}

const SERVER = /* sql */ `select system_identifier::text as server from pg_control_system()`;

/** What tells the server of a database from others; null when it does not say. */
async function serverOf({ pool }: Database): Promise<string | null> {
  const { rows } = await pool.query<{ server: string }>(SERVER).catch(() => ({ rows: [] }));
  return rows[0]?.server ?? null;
}

/** Opens one connection a server: a stamp speaks for all databases of it, so that they share it. */
export async function openDatabaseClocks(
  urls: Readonly<Record<OwnerName, string>>,
  onConnectionLost: (error: Error) => void,
): Promise<DatabaseClocks> {
  const open = new Map<string, { readonly database: Database; readonly stamp: ReadStamp }>();
  const stamps = new Map<string, ReadStamp>();
  for (const owner of OWNERS) {
    const database = openDatabase(owner, urls[owner], { onConnectionLost, maxConnections: 1 }) as Database;
    const server = (await serverOf(database)) ?? owner;
    const known = open.get(server);
    if (known === undefined) open.set(server, { database, stamp: databaseStamp(database.pool) });
    else await database.close();
    stamps.set(owner, known?.stamp ?? (open.get(server)?.stamp as ReadStamp));
  }
  return {
    stamps,
    async close() {
      await Promise.all([...open.values()].map(({ database }) => database.close()));
    },
  };
}
