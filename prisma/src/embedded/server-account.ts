import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { HubError } from "@hub/schema";

/** How the database programs are run: as whom, and with which command before them. */
export interface ServerAccount {
  /** Null when the programs run as the present user. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
  /** Turns a program and its arguments into what is really started. */
  command(program: string, args: readonly string[]): readonly [string, readonly string[]];
}

/**
 * The account PostgreSQL runs under: the present user, or, since PostgreSQL refuses to run as root, the user who owns
 * the data folder already, else `postgres` (made when absent), else `nobody`.
 *
 * @param dataFolder where the data is or will be.
 * @param program one of the programs to run. Root's home is closed to others; there the programs get the one
 *   capability that passes closed folders, through `setpriv`.
 * @throws HubError CONFIGURATION_INVALID when no account can reach the paths.
 */
export function serverAccount(dataFolder: string, program: string): ServerAccount {
  if (process.getuid?.() !== 0) return { ids: null, command: (program, args) => [program, args] };
  const ids = folderOwner(dataFolder) ?? accountIds("postgres") ?? createdAccount() ?? accountIds("nobody");
  if (ids === null) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      "Embedded PostgreSQL: found root and no user to run as; expected a user named postgres or nobody.",
    );
  }
  const closed = [dataFolder, program]
    .map((path) => closedFolder(resolve(path), ids))
    .find((folder) => folder !== null);
  if (closed === undefined) return { ids, command: (program, args) => [program, args] };
  if (!succeeds("setpriv", ["--ambient-caps", "+dac_override", "--inh-caps", "+dac_override", "true"])) {
    throw new HubError(
      "CONFIGURATION_INVALID",
      `Embedded PostgreSQL: found folder ${closed} closed to the user postgres; expected a checkout other users can enter, or start as an ordinary user.`,
    );
  }
  const flags = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups"];
  const capabilities = ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override", "--"];
  return {
    ids,
    command: (program, args) => ["setpriv", [...flags, ...capabilities, program, ...args]],
  };
}

/** Options for spawn that make the program run under the account. */
export function spawnIds(account: ServerAccount, program: string): { uid?: number; gid?: number } {
  return account.ids === null || program === "setpriv" ? {} : account.ids;
}

function folderOwner(folder: string): { uid: number; gid: number } | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}

function accountIds(name: string): { uid: number; gid: number } | null {
  try {
    const read = (flag: string): number =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return null;
  }
}

function createdAccount(): { uid: number; gid: number } | null {
  const made = succeeds("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/bin/false",
    "postgres",
  ]);
  return made ? accountIds("postgres") : null;
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The first folder on the way to the path that the account cannot enter. */
function closedFolder(path: string, ids: { uid: number; gid: number }): string | null {
  const folder = dirname(path);
  const above = folder === path ? null : closedFolder(folder, ids);
  if (above !== null) return above;
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? folder : null;
}
