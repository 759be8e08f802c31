import { OWNERS, type OwnerName } from "@hub/schema";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

type Urls = Readonly<Record<OwnerName, string>>;

const prismaFolder = join(dirname(createRequire(import.meta.url).resolve("@hub/prisma")), "..");

/** An owner's migrations that make records: tables, rules, indexes. The hub's change log and sums stay out: nobody writes here. */
function recordMigrations(owner: OwnerName): readonly string[] {
  const folder = join(prismaFolder, owner, "migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(join(folder, entry.name, "migration.sql"), "utf8"))
    .filter((sql) => !/\bhub_(log|summary)\b/.test(sql));
}

/** Names what a copy would hold: what was loaded, and how the tables are made. */
async function markOf(urls: Urls): Promise<string> {
  const hash = createHash("sha256");
  for (const owner of OWNERS) {
    recordMigrations(owner).forEach((sql) => hash.update(sql));
    const client = await connect(urls[owner]);
    const { rows } = await client.query("select data_set, part from hub_log.loaded_part order by 1, 2");
    hash.update(JSON.stringify(rows));
    await client.end();
  }
  return hash.digest("hex");
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function markIn(url: string): Promise<string | null> {
  try {
    const client = await connect(url);
    const { rows } = await client.query<{ mark: string }>("select mark from bench_mark");
    await client.end();
    return rows[0]?.mark ?? null;
  } catch {
    return null;
  }
}

async function copyOwner(owner: OwnerName, url: string, target: pg.Client): Promise<void> {
  await target.query(`create schema ${owner}`);
  await target.query(`set search_path = ${owner}, extensions`);
  for (const sql of recordMigrations(owner)) await target.query(sql);
  const source = await connect(url);
  const { rows } = await target.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = $1",
    [owner],
  );
  for (const { name } of rows) {
    const from = source.query(copyTo(`copy "${name}" to stdout (format binary)`));
    await pipeline(from, target.query(copyFrom(`copy "${name}" from stdin (format binary)`)));
  }
  await source.end();
}

async function fill(urls: Urls, url: string, mark: string): Promise<void> {
  const target = await connect(url);
  try {
    await target.query("create schema extensions; create extension btree_gist schema extensions");
    for (const owner of OWNERS) await copyOwner(owner, urls[owner], target);
    await target.query("set search_path = public; create table bench_mark (mark text)");
    await target.query("insert into bench_mark values ($1)", [mark]);
    await target.query("vacuum (analyze)");
  } finally {
    await target.end();
  }
}

/**
 * Copies the owners' records into one database with a schema per owner, tables and indexes the same, unless the copy is
 * there and up to date; `create` makes an empty database. `functions` is SQL that may run again and again.
 *
 * Returns whether anything was copied.
 */
export async function fillCombined(
  urls: Urls,
  url: string,
  functions: string,
  create: () => Promise<void>,
): Promise<boolean> {
  const mark = await markOf(urls);
  const stale = (await markIn(url)) !== mark;
  if (stale) {
    await create();
    await fill(urls, url, mark);
  }
  const client = await connect(url);
  await client.query(functions);
  await client.end();
  return stale;
}
