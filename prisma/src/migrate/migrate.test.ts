import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { OWNERS } from "@hub/schema";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "../migrate.js";
import { migrationsFolder, readMigrations } from "./migration-files.js";

const home = mkdtempSync(join(tmpdir(), "hub-migrations-"));
let url = "";
let folder = "";
let databases = 0;

beforeEach(async () => {
  databases += 1;
  const name = `migrate_${process.pid}_${databases}`;
  await sql(inject("adminUrl"), `CREATE DATABASE ${name}`);
  url = Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` }).href;
  folder = join(home, name);
  cpSync(migrationsFolder("inspection"), folder, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true }));

async function sql(address: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

function add(name: string, text: string): string {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), text);
  return name;
}

const tables = async (): Promise<unknown[]> =>
  (await sql(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
    (row) => row["tablename"],
  );

test("all migrations run once, in order, also when two hubs start together", async () => {
  const names = readMigrations(folder).map((file) => file.name);
  const applied = await Promise.all([migrate("inspection", url, folder), migrate("inspection", url, folder)]);
  expect(applied.toSorted((a, b) => b.length - a.length)).toEqual([names, []]);
  expect(await migrate("inspection", url, folder)).toEqual([]);
  const history = await sql(
    url,
    "SELECT migration_name, applied_steps_count AS steps, finished_at >= started_at AS finished, rolled_back_at, logs FROM _prisma_migrations ORDER BY 1",
  );
  expect(history).toEqual(
    names.map((name) => ({ migration_name: name, steps: 1, finished: true, rolled_back_at: null, logs: null })),
  );
});

test("a migration changed after it was applied is refused by name; other line ends are no change", async () => {
  await migrate("inspection", url, folder);
  const [first] = readMigrations(folder);
  const file = join(folder, first?.name ?? "", "migration.sql");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll("\n", "\r\n"));
  expect(await migrate("inspection", url, folder)).toEqual([]);
  appendFileSync(file, "-- afterthought\n");
  await expect(migrate("inspection", url, folder)).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: `Database inspection: migration ${first?.name}: found changed since it was applied; expected applied migrations to stay as they are. Put the change into a new migration.`,
  });
});

test("a failing migration leaves nothing of itself, keeps those before it, and can be mended", async () => {
  const failing = add("20991231000000_failing", "CREATE TABLE half (id int); SELECT 1 / 0;");
  await expect(migrate("inspection", url, folder)).rejects.toThrow(
    `Database inspection: migration ${failing}: found "division by zero"; expected it to apply. Nothing of it was kept.`,
  );
  expect(await tables()).toContain("complaint");
  expect(await tables()).not.toContain("half");
  writeFileSync(join(folder, failing, "migration.sql"), "CREATE TABLE half (id int)");
  expect(await migrate("inspection", url, folder)).toEqual([failing]);
});

test("a database newer than the files, one that Prisma left unfinished, and a late migration are refused", async () => {
  const newer = add("20991231000000_newer", "SELECT 1");
  await migrate("inspection", url, folder);
  add("20990101000000_late", "SELECT 1");
  await expect(migrate("inspection", url, folder)).rejects.toThrow(
    "20990101000000_late: found older than 20991231000000_newer",
  );
  rmSync(join(folder, "20990101000000_late"), { recursive: true });
  rmSync(join(folder, newer), { recursive: true });
  await expect(migrate("inspection", url, folder)).rejects.toThrow(`${newer}: found applied, but not among the files`);
  await sql(url, `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${newer}'`);
  await expect(migrate("inspection", url, folder)).rejects.toThrow(`${newer}: found unfinished`);
});

test("a database that does not answer is named without its password", async () => {
  const error = await migrate("inspection", "postgresql://someone:secret@127.0.0.1:4749/none").catch(
    (caught: Error) => caught,
  );
  expect(error).toMatchObject({ code: "CONFIGURATION_INVALID" });
  expect((error as Error).message).toMatch(
    /Database inspection: found "connect ECONNREFUSED.*127\.0\.0\.1:4749\/none; expected .*DATABASE_URL_INSPECTION/,
  );
  expect((error as Error).message).not.toContain("secret");
});

test("the change log and the load marker are the same text in all four databases", () => {
  for (const suffix of ["_change_log", "_load_marker"]) {
    const texts = OWNERS.map(
      (owner) => readMigrations(migrationsFolder(owner)).find((file) => file.name.endsWith(suffix))?.sql,
    );
    expect(texts[0]).toBeDefined();
    expect(new Set(texts).size).toBe(1);
  }
});
