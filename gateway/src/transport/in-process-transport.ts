import { createExecutor, type OnFault } from "@hub/schema";
import type { GraphQLSchema } from "graphql";
import { markFresh } from "./fresh-result.js";
import { subgraphInvalidResponse, subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "./transport.js";
import { withinDeadline } from "./within-deadline.js";

/** What an in-process transport needs: the subgraph's executable schema and a way to build its context for a request. */
export interface InProcessTransportOptions<Context extends object> {
  readonly subgraph: string;
  readonly schema: GraphQLSchema;
  /** Stores and loaders of one client request: all its queries to the subgraph share them, a mutation has its own. */
  readonly contextFor: (call: SubgraphCall) => Context | Promise<Context>;
  /** Told of faults that are not GraphQL errors; the gateway sees INTERNAL without words. */
  readonly onFault?: OnFault<Context>;
}

/**
 * Executes a subgraph's schema in this process: no HTTP, no JSON, and a query text is parsed and validated once.
 *
 * Throws SUBGRAPH_TIMEOUT after the deadline, SUBGRAPH_UNAVAILABLE when the client left, SUBGRAPH_INVALID_RESPONSE for a
 * query the subgraph's schema refuses.
 */
export function createInProcessTransport<Context extends object>(
  options: InProcessTransportOptions<Context>,
): SubgraphTransport {
  const { subgraph, schema, contextFor, onFault = () => undefined } = options;
  const execute = createExecutor<Context>(schema, onFault, () => {
    throw subgraphInvalidResponse(subgraph, "a refused query", "a schema that agrees with the supergraph");
  });
  // Kept on the call itself: what a weak map holds of a call that is over survives collections of young objects.
  const own = Symbol(subgraph);
  type Known = SubgraphCall & { [own]?: Context | Promise<Context> | undefined };

  function contextOf({ kind }: SubgraphRequest, call: Known): Context | Promise<Context> {
    // What was read before a mutation may not be so after it.
    if (kind === "mutation") {
      call[own] = undefined;
      return contextFor(call);
    }
    return (call[own] ??= contextFor(call));
  }

  async function run(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult> {
    const context = contextOf(request, call);
    const { data, errors } = await execute(request, context instanceof Promise ? await context : context);
    const shown = errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) };
    return markFresh({ data: data ?? null, ...shown });
  }

  return {
    subgraph,
    execute(request, call) {
      if (call.signal.aborted) {
        return Promise.reject(subgraphUnavailable(subgraph, "a client that left"));
      }
      if (call.deadline <= Date.now()) {
        return Promise.reject(subgraphTimeout(subgraph));
      }
      return withinDeadline(subgraph, call, run(request, call));
    },
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}
