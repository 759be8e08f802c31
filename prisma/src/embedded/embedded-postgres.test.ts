import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "../embedded-postgres.js";
import { serverAccount } from "./server-account.js";

let folder = "";
const running: (EmbeddedPostgres | ChildProcess)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hub-embedded-"));
  chmodSync(folder, 0o711);
});
afterEach(async () => {
  for (const item of running.splice(0)) await ("close" in item ? item.close() : item.kill("SIGKILL"));
  rmSync(folder, { recursive: true, force: true });
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, durable: false, ...(port === undefined ? {} : { port }) });
  running.push(server);
  return server;
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = (): number => Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("data survives a stop, a second start is quick, and no process or open door is left", async () => {
  const firstBegun = performance.now();
  const first = await start();
  const firstTook = performance.now() - firstBegun;
  const pid = serverPid();
  await ask(first.urls.funding, "CREATE TABLE kept AS SELECT '留下' AS text");
  expect(
    await ask(first.urls.schools, "SELECT current_database() AS name, current_setting('listen_addresses') AS heard"),
  ).toEqual([{ name: "hub_schools", heard: "127.0.0.1" }]);
  await expect(ask(first.urls.schools.replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toThrow(/password/);
  expect(statSync(join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "postgres.log"), "utf8")).toContain("ready to accept connections");
  await first.close();
  expect(alive(pid)).toBe(false);
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);

  const secondBegun = performance.now();
  const second = await start();
  expect(performance.now() - secondBegun).toBeLessThan(firstTook);
  expect(await ask(second.urls.funding, "SELECT text FROM kept")).toEqual([{ text: "留下" }]);
});

test("a folder whose hub was killed is taken over; one whose hub lives is not", async () => {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL("../../dist/embedded-postgres.js", import.meta.url).href)};
    await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, durable: false });
    console.log("up");
    setInterval(() => {}, 1000);`;
  const hub = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(hub);
  await once(hub.stdout, "data");
  const orphan = serverPid();
  await expect(start()).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: expect.stringContaining(`in use by another hub (process ${hub.pid}); expected one hub per data folder`),
  });
  hub.kill("SIGKILL");
  await once(hub, "exit");
  const server = await start();
  expect(alive(orphan)).toBe(false);
  expect(serverPid()).not.toBe(orphan);
  expect(await ask(server.urls.schools, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("a pid file that names a process of something else is not taken for a server", async () => {
  await (await start()).close();
  writeFileSync(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${join(folder, "postgres")}\n`);
  const server = await start();
  expect(serverPid()).not.toBe(process.pid);
  await server.close();
});

test("a taken port is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  try {
    await expect(start(port)).rejects.toMatchObject({
      code: "CONFIGURATION_INVALID",
      message: `Embedded PostgreSQL: found port ${port} taken by another program; expected it to be free.`,
    });
  } finally {
    other.close();
  }
});

test.each([
  [
    "files that are no database",
    () => mkdirAndWrite("notes.txt", "x"),
    /found no complete database in .*postgres; expected an empty folder or one made by PostgreSQL 18/,
  ],
  [
    "another version's database",
    () => mkdirAndWrite("PG_VERSION", "15\n"),
    /found one of PostgreSQL 15 in .*; expected/,
  ],
])("%s in the data folder are refused, and kept", async (_, prepare, message) => {
  const file = prepare();
  writeFileSync(join(folder, "postgres-password"), "x");
  await expect(start()).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: expect.stringMatching(message),
  });
  expect(existsSync(file)).toBe(true);
});

test("a broken database is reported with the server's own words", async () => {
  await (await start()).close();
  writeFileSync(join(folder, "postgres", "global", "pg_control"), "broken");
  await expect(start()).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: expect.stringMatching(
      /does not start: found ".*(PANIC|FATAL).*"; expected it to accept connections\. Its log is /,
    ),
  });
});

test("a lost password file is reported", async () => {
  await (await start()).close();
  rmSync(join(folder, "postgres-password"));
  await expect(start()).rejects.toThrow(/found a data folder but no password file .*postgres-password/);
});

test("a file in the place of the folder is reported", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  await expect(startEmbeddedPostgres({ folder: file })).rejects.toMatchObject({
    code: "CONFIGURATION_INVALID",
    message: expect.stringMatching(/expected .*file to be a folder this user can write/),
  });
});

test.runIf(process.getuid?.() === 0)("root goes on with a folder an ordinary user made", async () => {
  await (await start()).close();
  const data = join(folder, "postgres");
  execFileSync("chown", ["-R", "65534:65534", data]);
  const server = await start();
  expect(await ask(server.urls.schools, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(statSync(`/proc/${serverPid()}`).uid).toBe(65534);
});

test.runIf(process.getuid?.() === 0)("root's closed folders are no hindrance", async () => {
  chmodSync(folder, 0o700);
  const server = await start();
  expect(await ask(server.urls.schools, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
});

/** A data folder with one file, owned by the account the server runs as. */
function mkdirAndWrite(name: string, text: string): string {
  const data = join(folder, "postgres");
  mkdirSync(data, { recursive: true });
  const { ids } = serverAccount(data, process.execPath);
  if (ids !== null) chownSync(data, ids.uid, ids.gid);
  const file = join(data, name);
  writeFileSync(file, text);
  return file;
}
