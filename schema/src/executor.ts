import { GraphQLError, parse, validate, type ExecutionResult, type GraphQLSchema } from "graphql";
import { BoundedMap } from "./bounded-map.js";
import { HubError } from "./errors.js";
import { prepareDocument, type ExecuteDocument } from "./execution/prepared-document.js";

/** Distinct query texts a subgraph keeps parsed and validated. Plans repeat, so few are needed. */
const PREPARED_DOCUMENTS = 2_000;
/** Of all these texts together; prepared, a text takes some hundred times its size. */
const PREPARED_CHARACTERS = 1_000_000;

/** One operation for a subgraph. */
export interface SubgraphOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Runs an operation; `errors` without `data` means that its text or its variables were refused. */
export type Executor<Context extends object> = (
  operation: SubgraphOperation,
  context: Context,
) => Promise<ExecutionResult>;

/** Told of a fault nobody planned for, whole. */
export type OnFault<Context> = (fault: unknown, path: GraphQLError["path"], context: Context) => void;

type Prepared = { readonly execute: ExecuteDocument } | { readonly errors: readonly GraphQLError[] };

/**
 * Executes operations against one schema; a text is parsed, validated and prepared once and kept.
 *
 * A text that does not parse or validate gives `errors` and no `data`, as the specification asks. A fault nobody
 * planned for reaches `onFault` whole and the caller as INTERNAL, without its message. `onRefused` is told of a refused
 * text and may throw.
 */
export function createExecutor<Context extends object>(
  schema: GraphQLSchema,
  onFault: OnFault<Context>,
  onRefused: (errors: readonly GraphQLError[]) => void = () => undefined,
): Executor<Context> {
  const prepared = new BoundedMap<string, Prepared>(PREPARED_DOCUMENTS, {
    most: PREPARED_CHARACTERS,
    of: (_prepared, query) => query.length,
  });
  const prepare = (query: string): Prepared => {
    const known = prepared.get(query);
    if (known !== undefined) return known;
    const made = prepareText(schema, query);
    prepared.set(query, made);
    return made;
  };

  return async ({ query, variables, operationName }, context) => {
    const entry = prepare(query);
    if ("errors" in entry) {
      onRefused(entry.errors);
      return { errors: entry.errors };
    }
    const result = await entry.execute({
      variables: variables ?? {},
      operationName: operationName ?? undefined,
      context,
    });
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => masked(error, context, onFault)) };
  };
}

function prepareText(schema: GraphQLSchema, query: string): Prepared {
  try {
    const document = parse(query, { noLocation: true });
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { execute: prepareDocument(schema, document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** The error itself when the hub or GraphQL raised it on purpose; else INTERNAL on the same path. */
function masked<Context>(error: GraphQLError, context: Context, onFault: OnFault<Context>): GraphQLError {
  const { originalError, nodes, path } = error;
  if (originalError === undefined || originalError === null || originalError instanceof GraphQLError) return error;
  onFault(originalError, path, context);
  const { message, extensions } = new HubError("INTERNAL", "Found an unexpected fault; the log holds it.");
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions });
}
