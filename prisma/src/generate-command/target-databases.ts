import { OWNERS, type OwnerName } from "@hub/schema";
import pg from "pg";
import { migrate } from "../migrate.js";

/** Addresses of the four databases whose names begin alike; those that are absent are made, all are migrated. */
export async function targetDatabases(urlPrefix: string): Promise<Readonly<Record<OwnerName, string>>> {
  const urls = Object.fromEntries(OWNERS.map((owner) => [owner, `${urlPrefix}${owner}`])) as Record<OwnerName, string>;
  const admin = new pg.Client({ connectionString: Object.assign(new URL(urlPrefix), { pathname: "/postgres" }).href });
  admin.on("error", () => undefined);
  try {
    await admin.connect();
    const { rows } = await admin.query<{ datname: string }>("SELECT datname FROM pg_database");
    const present = new Set(rows.map((row) => row.datname));
    for (const url of Object.values(urls)) {
      const name = new URL(url).pathname.slice(1);
      if (!present.has(name)) await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    }
  } catch {
    // Not everybody may look at or make databases; migrate says what is wrong with the ones named.
  } finally {
    await admin.end().catch(() => undefined);
  }
  for (const owner of OWNERS) await migrate(owner, urls[owner]);
  return urls;
}
