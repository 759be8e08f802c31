import { untilLeft, type ReadStamp, type Subgraph, type SubgraphDatabase, type SubgraphRequestInfo } from "@hub/kit";
import type { Logger } from "pino";
import { createInProcessTransport } from "./in-process-transport.js";
import type { SubgraphTransport } from "./transport.js";

/** What a subgraph of the hub needs to run in this process. */
export interface LocalSubgraphOptions<D extends SubgraphDatabase | null> {
  /** Null for a subgraph without data of its own. */
  readonly database: D;
  readonly stamp: ReadStamp;
  /** Whether it would answer now; always unless given. */
  readonly ready?: () => Promise<boolean>;
  readonly log: Logger;
}

/** The way to a subgraph of the hub that runs in this process; faults nobody planned for are logged. */
export async function createLocalTransport<D extends SubgraphDatabase | null>(
  subgraph: Subgraph<D>,
  { database, stamp, ready, log }: LocalSubgraphOptions<D>,
): Promise<SubgraphTransport> {
  const { schema } = await subgraph.build();
  const databaseFor = untilLeft(database);
  const transport = createInProcessTransport({
    subgraph: subgraph.name,
    schema,
    contextFor: ({ viewer, requestId, signal }) => subgraph.createContext({ viewer, requestId }, databaseFor(signal)),
    onFault: (fault, path, context) => {
      const { requestId } = context as SubgraphRequestInfo;
      log.error({ requestId, subgraph: subgraph.name, path, err: fault }, "unexpected fault");
    },
  });
  return { ...transport, stamp, ready: ready ?? transport.ready };
}
