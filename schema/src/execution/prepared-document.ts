import {
  execute,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { fragmentsOf } from "./fragments.js";
import type { MaybePromise } from "./graphql-promise.js";
import { prepareOperation, type RunOperation } from "./prepared-operation.js";

/** What one execution of a document is given; `operationName` chooses among several operations. */
export interface DocumentRequest {
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly context?: unknown;
  readonly rootValue?: unknown;
}

/** Executes a document with the answer `execute` of graphql-js gives, errors and their order included. */
export type ExecuteDocument = (request: DocumentRequest) => MaybePromise<ExecutionResult>;

/**
 * Prepares a valid document for many executions against one schema, whose resolvers must not change any more.
 *
 * To graphql-js goes whole what is not prepared (mutations, subscriptions, introspection, refused variables, requests that
 * name no operation of the document) and the first request of each operation: preparing costs more than it saves once.
 */
export function prepareDocument(schema: GraphQLSchema, document: DocumentNode): ExecuteDocument {
  const fragments = fragmentsOf(document);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const seen = new Set<OperationDefinitionNode>();
  const prepared = new Map<OperationDefinitionNode, RunOperation | null>();

  function runOf(name: string | undefined): RunOperation | null {
    const named = name === undefined ? operations : operations.filter((operation) => operation.name?.value === name);
    const [operation, ...others] = named;
    if (operation === undefined || others.length > 0) return null;
    const known = prepared.get(operation);
    if (known !== undefined) return known;
    if (!seen.has(operation)) {
      seen.add(operation);
      return null;
    }
    const made = prepareOperation(schema, fragments, operation);
    prepared.set(operation, made);
    return made;
  }

  return ({ variables = {}, operationName, context, rootValue }) => {
    const run = typeof variables === "object" ? runOf(operationName) : null;
    return (
      run?.({ variables, context, rootValue }) ??
      execute({
        schema,
        document,
        variableValues: variables,
        operationName: operationName ?? null,
        contextValue: context,
        rootValue,
      })
    );
  };
}
