import { createInProcessTransport, type SubgraphCall, type SubgraphTransport } from "@hub/gateway";
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

async function transportTo(name: SubgraphName, database: Database | null, log: Logger): Promise<SubgraphTransport> {
  const subgraph = subgraphs[name];
  const { schema } = await subgraph.build();
  const transport = createInProcessTransport({
    subgraph: name,
    schema,
    contextFor: ({ viewer, requestId }) => subgraph.createContext({ viewer, requestId }, database as never),
    formatError: tellFault(log, name),
  });
  return { ...transport, ready: () => answers(database) };
}

/** Opens the owners' databases and makes every subgraph executable in this process. */
export async function startInProcessSubgraphs(
  urls: Readonly<Record<OwnerName, string>>,
  log: Logger,
): Promise<InProcessSubgraphs> {
  const onConnectionLost = (error: Error) => log.warn({ err: error }, "database connection lost");
  const databases = new Map<SubgraphName, Database>(
    OWNERS.map((owner) => [owner, openDatabase(owner, urls[owner], { onConnectionLost }) as Database]),
  );
  const transports = new Map<string, SubgraphTransport>();
  for (const { name } of SUBGRAPHS) transports.set(name, await transportTo(name, databases.get(name) ?? null, log));
  return {
    transports,
    async close() {
      await Promise.all([...databases.values()].map((database) => database.close()));
    },
  };
}
