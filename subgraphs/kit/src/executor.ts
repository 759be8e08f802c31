import { createHash } from "node:crypto";
import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import { GraphQLError, execute, parse, validate } from "graphql";
import { HubError } from "@hub/schema";
import { LRUCache } from "lru-cache";

/** Distinct query texts a subgraph keeps parsed and validated. Plans repeat, so few are needed. */
const PREPARED_DOCUMENTS = 2_000;

/** One operation for a subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

type Prepared = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/**
 * Executes operations against one schema; a text is parsed and validated once and kept.
 *
 * A text that does not parse or validate gives `errors` and no `data`, as the specification asks. A fault nobody
 * planned for reaches `onFault` whole and the client as INTERNAL, without its message.
 */
export function createExecutor(schema: GraphQLSchema, onFault: (fault: unknown) => void) {
  const prepared = new LRUCache<string, Prepared>({ max: PREPARED_DOCUMENTS });

  const prepare = (query: string): Prepared => {
    const key = query.length < 200 ? query : createHash("sha256").update(query).digest("base64");
    let entry = prepared.get(key);
    if (entry === undefined) {
      entry = prepareDocument(schema, query);
      prepared.set(key, entry);
    }
    return entry;
  };

  return async (operation: SubgraphOperation, contextValue: object): Promise<ExecutionResult> => {
    const entry = prepare(operation.query);
    if ("errors" in entry) return { errors: entry.errors };
    const result = await execute({
      schema,
      document: entry.document,
      variableValues: operation.variables ?? {},
      operationName: operation.operationName ?? null,
      contextValue,
    });
    return result.errors === undefined
      ? result
      : { ...result, errors: result.errors.map((error) => masked(error, onFault)) };
  };
}

function prepareDocument(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** The error itself when the hub or GraphQL raised it on purpose; else INTERNAL on the same path. */
function masked(error: GraphQLError, onFault: (fault: unknown) => void): GraphQLError {
  const { originalError } = error;
  if (originalError === undefined || originalError === null || originalError instanceof GraphQLError) return error;
  onFault(originalError);
  const { message, extensions } = new HubError("INTERNAL", "Found an unexpected fault; the log holds it.");
  const { nodes, path } = error;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
}
