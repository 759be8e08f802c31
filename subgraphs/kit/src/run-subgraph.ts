import { setTimeout as sleep } from "node:timers/promises";
import type { OwnerName } from "@hub/schema";
import { HubError } from "@hub/schema";
import type { Pool } from "pg";
import { pino } from "pino";
import { databaseStamp, dayStamp } from "./data-stamp.js";
import type { Subgraph } from "./define-subgraph.js";
import { serveSubgraph } from "./serve.js";
import type { OwnerEnvironment, ServiceEnvironment } from "./service-variables.js";

/** A database as a process opens and closes it. */
export interface OwnedDatabase {
  readonly pool: Pool;
  close(): Promise<void>;
}

/** Opens an owner's database; @hub/prisma has one. */
export type OpenDatabase = (
  owner: OwnerName,
  url: string,
  options: { readonly onConnectionLost: (error: Error) => void },
) => OwnedDatabase;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a subgraph that owns a database as a process of its own until SIGINT, SIGTERM or SIGHUP; then lets running
 * requests finish, closes the database and ends the process.
 *
 * Throws CONFIGURATION_INVALID when the database does not answer or the port cannot be listened on.
 */
export async function runOwner(
  subgraph: Subgraph<OwnedDatabase>,
  environment: OwnerEnvironment,
  openDatabase: OpenDatabase,
): Promise<void> {
  const owner = subgraph.name as OwnerName;
  const onConnectionLost = (error: Error) => process.stderr.write(`Database ${owner}: ${error.message}\n`);
  const database = openDatabase(owner, environment.databaseUrl, { onConnectionLost });
  try {
    await database.pool.query("select 1");
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const expected = `a PostgreSQL that accepts the address of DATABASE_URL_${owner.toUpperCase()}`;
    throw new HubError("CONFIGURATION_INVALID", `Database ${owner}: found "${message || code}"; expected ${expected}.`);
  }
  await serveUntilSignal(subgraph, environment, database);
}

/** Runs a subgraph without a database; else as `runOwner`. */
export async function runSubgraph(subgraph: Subgraph<null>, environment: ServiceEnvironment): Promise<void> {
  await serveUntilSignal(subgraph, environment, null);
}

async function serveUntilSignal<D extends OwnedDatabase | null>(
  subgraph: Subgraph<D>,
  environment: ServiceEnvironment,
  database: D,
): Promise<void> {
  const { host, port, viewerSecret, bodyBytes: bodyLimitBytes, drainTimeoutMs, logLevel } = environment;
  const log = pino({ name: subgraph.name, level: logLevel });
  const asked = new Promise<NodeJS.Signals>((resolve) => SIGNALS.forEach((signal) => process.on(signal, resolve)));
  const ready = () => answers(database?.pool);

  const server = await serveSubgraph(subgraph, {
    database,
    host,
    port,
    viewerSecret,
    bodyLimitBytes,
    log,
    ready,
    stamp: database === null ? dayStamp : databaseStamp(database.pool),
  }).catch((error: unknown) => {
    throw cannotListen(subgraph, environment, error);
  });
  log.info({ host, port }, "subgraph ready");

  log.info({ signal: await asked }, "subgraph stopping");
  const drained = server.close().then(() => database?.close());
  await Promise.race([drained, sleep(drainTimeoutMs)]);
  process.exit(0);
}

/** Whether the database could be read now; without one there is nothing to wait for. */
async function answers(pool: Pool | undefined): Promise<boolean> {
  return (
    pool === undefined ||
    pool.query("select 1").then(
      () => true,
      () => false,
    )
  );
}

/** What an operator can do about it; anything but a port or address is no matter of configuration. */
function cannotListen({ name }: Subgraph<never>, { host, port }: ServiceEnvironment, error: unknown): unknown {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `${name.toUpperCase()}_PORT: found port ${port} taken by another program; expected a free one`,
    EACCES: `${name.toUpperCase()}_PORT: found port ${port} reserved for the system; expected one this user may open`,
    EADDRNOTAVAIL: `HUB_HOST: found ${host}; expected an address of this machine`,
    ENOTFOUND: `HUB_HOST: found ${host}; expected an address of this machine`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ""];
  return reason === undefined ? error : new HubError("CONFIGURATION_INVALID", reason);
}
