import { createInProcessTransport, type SubgraphCall, type SubgraphTransport } from "@hub/gateway";
import { databaseStamp, dayStamp, type ReadStamp } from "@hub/kit";
import { openDatabase, type Database } from "@hub/prisma";
import { errorCatalogue, OWNERS, SUBGRAPHS, type OwnerName, type SubgraphName } from "@hub/schema";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { subgraphs } from "./subgraphs.js";

/** The ways to subgraphs that run in this process, and their databases. */
export interface InProcessSubgraphs {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  close(): Promise<void>;
}

/** What the gateway is told of a fault; the log is told the rest. */
function tellFault(log: Logger, subgraph: string) {
  return (error: GraphQLError, { requestId }: SubgraphCall): GraphQLFormattedError => {
    const fault = error.originalError;
    if (fault === undefined || fault instanceof GraphQLError) return error.toJSON();
    log.error({ requestId, subgraph, path: error.path, err: fault }, "unexpected fault");
    const extensions = { code: "INTERNAL", retryable: errorCatalogue.INTERNAL.retryable };
    return { message: "Unexpected fault.", ...(error.path === undefined ? {} : { path: error.path }), extensions };
  };
}

async function answers(database: Database | null): Promise<boolean> {
  if (database === null) return true;
  return database.pool.query("select 1").then(
    () => true,
    () => false,
  );
}

async function transportTo(
  name: SubgraphName,
  database: Database | null,
  stamp: ReadStamp,
  log: Logger,
): Promise<SubgraphTransport> {
  const subgraph = subgraphs[name];
  const { schema } = await subgraph.build();
  const transport = createInProcessTransport({
    subgraph: name,
    schema,
    contextFor: ({ viewer, requestId }) => subgraph.createContext({ viewer, requestId }, database as never),
    formatError: tellFault(log, name),
  });
  return { ...transport, stamp, ready: () => answers(database) };
}

/** What part of a machine's databases this process may use. */
export interface DatabaseShare {
  /** Connections to each database at most, beside one for its stamps. */
  readonly connections: number;
  /** Whether one server holds all databases: one stamp then speaks for all of them. */
  readonly oneServer: boolean;
}

/** Opens the owners' databases and makes every subgraph executable in this process. */
export async function startInProcessSubgraphs(
  urls: Readonly<Record<OwnerName, string>>,
  { connections, oneServer }: DatabaseShare,
  log: Logger,
): Promise<InProcessSubgraphs> {
  const onConnectionLost = (error: Error) => log.warn({ err: error }, "database connection lost");
  const open = (owner: OwnerName, maxConnections: number) =>
    openDatabase(owner, urls[owner], { onConnectionLost, maxConnections }) as Database;
  const databases = new Map<SubgraphName, Database>(OWNERS.map((owner) => [owner, open(owner, connections)]));
  // Stamps have connections of their own: a kept answer does not wait for queries that run.
  const clocks = new Map(
    (oneServer ? OWNERS.slice(0, 1) : OWNERS).map((owner) => [owner as SubgraphName, open(owner, 1)]),
  );
  const stamps = new Map([...clocks].map(([owner, { pool }]) => [owner, databaseStamp(pool)]));
  const [common = dayStamp] = stamps.values();

  const transports = new Map<string, SubgraphTransport>();
  for (const { name, database } of SUBGRAPHS) {
    const stamp = database ? (stamps.get(name) ?? common) : dayStamp;
    transports.set(name, await transportTo(name, databases.get(name) ?? null, stamp, log));
  }
  return {
    transports,
    async close() {
      await Promise.all([...databases.values(), ...clocks.values()].map((database) => database.close()));
    },
  };
}
