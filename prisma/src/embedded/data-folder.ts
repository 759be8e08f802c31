import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { HubError } from "@hub/schema";
import type { PostgresBinaries } from "./postgres-binaries.js";
import { spawnIds, type ServerAccount } from "./server-account.js";

const MAJOR_VERSION = "18";

/** Name of the database superuser the hub connects as. */
export const SUPERUSER = "postgres";

/**
 * Makes the data folder when it is absent; makes sure it is usable when it is there.
 *
 * A new folder is made beside its place and moved there whole, so an interrupted start leaves none that is half made.
 *
 * @throws HubError CONFIGURATION_INVALID when the folder holds something else, or belongs to another user.
 */
export async function prepareDataFolder(
  folder: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
  password: string,
  durable: boolean,
): Promise<void> {
  if (dataFolderExists(folder, account)) return checkDataFolder(folder);
  const draft = `${folder}.new`;
  const passwordCopy = `${folder}.pw`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 });
  if (account.ids !== null) {
    chownSync(draft, account.ids.uid, account.ids.gid);
    chownSync(passwordCopy, account.ids.uid, account.ids.gid);
  }
  try {
    await runInitdb(binaries, account, [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordCopy}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(passwordCopy, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The superuser's password: read from its file, which only its owner may read, or made. */
export function databasePassword(file: string, folderExists: boolean): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (folderExists) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Embedded PostgreSQL: found a data folder but no password file ${file}; expected both. Restore the file, or delete ${dirname(file)} to start anew.`,
    );
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Whether the data folder is there and holds anything.
 *
 * @throws HubError CONFIGURATION_INVALID when it belongs to another user than the one PostgreSQL will run as.
 */
export function dataFolderExists(folder: string, account: ServerAccount): boolean {
  if (!existsSync(folder)) return false;
  const owner = statSync(folder).uid;
  const user = account.ids?.uid ?? process.getuid?.() ?? owner;
  if (owner === user) return readdirSync(folder).length > 0;
  throw new HubError(
    "CONFIGURATION_INVALID",
    `Embedded PostgreSQL: found folder ${folder} owned by user ${owner}; expected user ${user}. Start as the user who made it, or delete it to start anew.`,
  );
}

function checkDataFolder(folder: string): void {
  const expected = `expected an empty folder or one made by PostgreSQL ${MAJOR_VERSION}; delete it to start anew`;
  const versionFile = join(folder, "PG_VERSION");
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : null;
  if (version === MAJOR_VERSION && existsSync(join(folder, "global", "pg_control"))) return;
  const found = version === null || version === MAJOR_VERSION ? "no complete database" : `one of PostgreSQL ${version}`;
  throw new HubError("CONFIGURATION_INVALID", `Embedded PostgreSQL: found ${found} in ${folder}; ${expected}.`);
}

function runInitdb(binaries: PostgresBinaries, account: ServerAccount, args: readonly string[]): Promise<void> {
  const [program, commandArgs] = account.command(binaries.initdb, args);
  return new Promise((resolve, reject) => {
    const child = spawn(program, commandArgs, {
      ...spawnIds(account, program),
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.on("error", (error) => reject(initdbFailure(error.message)));
    child.on("close", (code) => (code === 0 ? resolve() : reject(initdbFailure(errors.trim() || `exit code ${code}`))));
  });
}

function initdbFailure(found: string): HubError {
  return new HubError(
    "CONFIGURATION_INVALID",
    `Embedded PostgreSQL: found a failing initdb (${found}); expected a new data folder.`,
  );
}
