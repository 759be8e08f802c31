import type { OwnerName } from "@hub/schema";
import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase, type Database } from "../open-database.js";
import { createTestDatabases, type TestDatabases } from "../test-cluster.js";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
  }
}

/** Migrated, empty databases for the test file that calls this, made before its tests and dropped after them. */
export function testDatabases(): {
  readonly urls: TestDatabases["urls"];
  open<O extends OwnerName>(owner: O): Database<O>;
} {
  let databases: TestDatabases | undefined;
  const opened: Database[] = [];
  beforeAll(async () => {
    databases = await createTestDatabases(inject("adminUrl"));
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    await databases?.drop();
  });
  const urls = (): TestDatabases["urls"] => {
    if (databases === undefined) throw new Error("testDatabases: found no databases yet; expected use inside a test");
    return databases.urls;
  };
  return {
    get urls() {
      return urls();
    },
    open: (owner) => {
      const database = openDatabase(owner, urls()[owner]);
      opened.push(database as unknown as Database);
      return database;
    },
  };
}
