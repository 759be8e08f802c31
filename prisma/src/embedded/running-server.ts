import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "@hub/schema";

/**
 * Clears what an earlier server left on the data folder.
 *
 * A hub that is killed leaves its server running, or a `postmaster.pid` that names a process long gone. The number may
 * meanwhile belong to another program (containers reuse low numbers), which PostgreSQL would take for a running server.
 *
 * @param hubFile file naming the process of the hub that started the server.
 * @throws HubError CONFIGURATION_INVALID when another hub is using the folder.
 */
export async function clearEarlierServer(folder: string, hubFile: string): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const server = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (Number.isInteger(server) && server > 0 && servesFolder(server, folder)) {
    const hub = existsSync(hubFile) ? Number(readFileSync(hubFile, "utf8")) : 0;
    if (hub > 0 && isAlive(hub)) {
      throw new HubError(
        "CONFIGURATION_INVALID",
        `Embedded PostgreSQL: found ${folder} in use by another hub (process ${hub}); expected one hub per data folder. Stop it first.`,
      );
    }
    await stopOrphan(server);
  }
  rmSync(pidFile, { force: true });
}

async function stopOrphan(server: number): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (isAlive(server)) process.kill(server, signal);
    for (let waited = 0; waited < 5000 && isAlive(server); waited += 25) await sleep(25);
  }
}

function servesFolder(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === folder;
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(folder);
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
