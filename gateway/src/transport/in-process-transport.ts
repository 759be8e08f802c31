import { errorCatalogue } from "@hub/schema";
import {
  execute,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { BoundedMap } from "../bounded-map.js";
import { subgraphInvalidResponse, subgraphTimeout, subgraphUnavailable } from "./subgraph-errors.js";
import { markFresh } from "./fresh-result.js";
import type { SubgraphCall, SubgraphRequest, SubgraphResult, SubgraphTransport } from "./transport.js";
import { withinDeadline } from "./within-deadline.js";

/** What an in-process transport needs: the subgraph's executable schema and a way to build its context for one call. */
export interface InProcessTransportOptions<Context> {
  readonly subgraph: string;
  readonly schema: GraphQLSchema;
  readonly contextFor: (call: SubgraphCall) => Context | Promise<Context>;
  /** Says an execution error to the gateway; by default faults that are not GraphQL errors become INTERNAL without words. */
  readonly formatError?: (error: GraphQLError, call: SubgraphCall) => GraphQLFormattedError;
  /** How many distinct query texts stay parsed and validated. */
  readonly documents?: number;
}

function formatExecutionError(error: GraphQLError): GraphQLFormattedError {
  const original = error.originalError;
  if (original === undefined || original instanceof GraphQLError) {
    return error.toJSON();
  }
  const path = error.path === undefined ? {} : { path: error.path };
  return {
    message: "Unexpected fault.",
    ...path,
    extensions: { code: "INTERNAL", retryable: errorCatalogue.INTERNAL.retryable },
  };
}

/**
 * Executes a subgraph's schema in this process: no HTTP, no JSON, and a query text is parsed and validated once.
 *
 * Throws SUBGRAPH_TIMEOUT after the deadline, SUBGRAPH_UNAVAILABLE when the client left, SUBGRAPH_INVALID_RESPONSE for a
 * query the subgraph's schema refuses.
 */
export function createInProcessTransport<Context>(options: InProcessTransportOptions<Context>): SubgraphTransport {
  const { subgraph, schema, contextFor, formatError = formatExecutionError } = options;
  const documents = new BoundedMap<string, DocumentNode>(options.documents ?? 2_000);

  function documentOf(query: string): DocumentNode {
    const known = documents.get(query);
    if (known !== undefined) {
      return known;
    }
    const document = parse(query, { noLocation: true });
    if (validate(schema, document).length > 0) {
      throw subgraphInvalidResponse(subgraph, "a refused query", "a schema that agrees with the supergraph");
    }
    documents.set(query, document);
    return document;
  }

  function answer(result: ExecutionResult, call: SubgraphCall): SubgraphResult {
    if (result.errors === undefined) {
      return markFresh({ data: result.data ?? null });
    }
    return markFresh({ data: result.data ?? null, errors: result.errors.map((error) => formatError(error, call)) });
  }

  async function run(request: SubgraphRequest, call: SubgraphCall): Promise<SubgraphResult> {
    const document = documentOf(request.query);
    const contextValue = await contextFor(call);
    const result = await execute({
      schema,
      document,
      contextValue,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
    });
    return answer(result, call);
  }

  return {
    subgraph,
    async execute(request, call) {
      if (call.signal.aborted) {
        throw subgraphUnavailable(subgraph, "a client that left");
      }
      if (call.deadline <= Date.now()) {
        throw subgraphTimeout(subgraph);
      }
      return withinDeadline(subgraph, call, run(request, call));
    },
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}
