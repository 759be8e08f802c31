import type { OwnerName } from "@hub/schema";
import { OWNERS } from "@hub/schema";
import { createTestDatabases, dataSet, loadRecords } from "@hub/prisma";
import pg from "pg";

/** Name of the template database that holds an owner's records of the five counties. */
export const realTemplate = (owner: OwnerName): string => `real_${owner}`;

/** Loads the hub's own data set once per test run and leaves it as templates to copy. */
export async function loadRealData(adminUrl: string): Promise<void> {
  const databases = await createTestDatabases(adminUrl);
  await loadRecords({ urls: databases.urls, ...dataSet() });

  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  for (const owner of OWNERS) {
    const name = new URL(databases.urls[owner]).pathname.slice(1);
    await admin.query(`alter database ${name} rename to ${realTemplate(owner)}`);
  }
  await admin.end();
}
