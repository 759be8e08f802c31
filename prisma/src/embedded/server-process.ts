import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "@hub/schema";
import type { PostgresBinaries } from "./postgres-binaries.js";
import { spawnIds, type ServerAccount } from "./server-account.js";

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** Settings of the server: a county's hub on one modest machine; connections over loopback only. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "96MB",
  work_mem: "16MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  io_method: "sync",
  random_page_cost: "1.1",
  jit: "off",
  max_parallel_workers_per_gather: "0",
  log_checkpoints: "off",
  timezone: "UTC",
};

/** A started server. `stop` waits until it has ended. */
export interface ServerProcess {
  stop(): Promise<void>;
}

/** What a server needs to start; `durable: false` gives up surviving a power cut, for tests. */
export interface ServerStart {
  readonly binaries: PostgresBinaries;
  readonly account: ServerAccount;
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  readonly durable: boolean;
  readonly maxConnections: number;
}

/**
 * Starts PostgreSQL and waits until it accepts connections.
 *
 * It runs in a session of its own, so that Ctrl-C reaches the hub alone and the hub drains before it stops the server.
 *
 * @returns the server, or "port taken" when another program listens on the port.
 * @throws HubError CONFIGURATION_INVALID when it does not start; the message holds the last words of its log.
 */
export async function startServer(start: ServerStart): Promise<ServerProcess | "port taken"> {
  if (existsSync(start.logFile) && statSync(start.logFile).size > LOG_LIMIT_BYTES) rmSync(start.logFile);
  const log = openSync(start.logFile, "a", 0o600);
  const logStart = statSync(start.logFile).size;
  const settings = {
    ...SETTINGS,
    port: String(start.port),
    max_connections: String(start.maxConnections),
    fsync: start.durable ? "on" : "off",
    ...(start.durable ? {} : { synchronous_commit: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [program, args] = start.account.command(start.binaries.postgres, ["-D", start.folder, ...flags]);
  const child = spawn(program, args, {
    ...spawnIds(start.account, program),
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
  });
  closeSync(log);
  const spawnError = new Promise<Error>((resolve) => child.once("error", resolve));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const limit = Date.now() + START_LIMIT_MS;
  while (Date.now() < limit) {
    const failure = await Promise.race([spawnError, exited.then(() => "exited" as const), sleep(20)]);
    if (failure instanceof Error) throw startFailure(failure.message, start.logFile);
    if (failure === "exited") {
      const words = readFileSync(start.logFile).subarray(logStart).toString("utf8").trim();
      if (/could not bind .*Address already in use|could not create any TCP/s.test(words)) return "port taken";
      throw startFailure(lastFatal(words), start.logFile);
    }
    if (isReady(start.folder, child)) return serverProcess(child, exited);
  }
  child.kill("SIGQUIT");
  throw startFailure(`no answer after ${START_LIMIT_MS / 1000} s`, start.logFile);
}

function serverProcess(child: ChildProcess, exited: Promise<void>): ServerProcess {
  const stopWithProcess = (): void => {
    child.kill("SIGINT");
  };
  process.once("exit", stopWithProcess);
  child.unref();
  void exited.then(() => process.removeListener("exit", stopWithProcess));
  return {
    stop: async () => {
      child.ref();
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_LIMIT_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** PostgreSQL writes "ready" on the eighth line of its pid file once it accepts connections. */
function isReady(folder: string, child: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === child.pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

function lastFatal(words: string): string {
  const lines = words.split("\n");
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "no word in the log";
}

function startFailure(found: string, logFile: string): HubError {
  return new HubError(
    "CONFIGURATION_INVALID",
    `Embedded PostgreSQL does not start: found "${found}"; expected it to accept connections. Its log is ${logFile}.`,
  );
}
