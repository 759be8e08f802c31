import {
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { conditionNames, readConditions } from "./conditions.js";
import { Execution } from "./execution.js";
import type { Fragments } from "./fragments.js";
import { isPromise, type MaybePromise } from "./graphql-promise.js";
import { withoutNulled } from "./nulled-places.js";
import { prepareSelections } from "./prepare-selections.js";
import { prepareVariables } from "./prepare-variables.js";
import type { Data, Selection } from "./selection.js";

/** What one execution of an operation is given. */
export interface OperationRequest {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  readonly rootValue?: unknown;
}

/** Runs a prepared operation; null when graphql-js must run this request itself. */
export type RunOperation = (request: OperationRequest) => MaybePromise<ExecutionResult> | null;

/** Ways through an operation, by the values of its `@skip` and `@include` variables, that are kept prepared. */
const MAX_WAYS = 64;

/**
 * Prepares a query: its fields are merged and its resolvers chosen once for all executions.
 *
 * @returns null for what graphql-js runs itself: mutations, subscriptions
 */
export function prepareOperation(
  schema: GraphQLSchema,
  fragments: Fragments,
  operation: OperationDefinitionNode,
): RunOperation | null {
  const rootType = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !rootType) return null;
  const coerceVariables = prepareVariables(schema, operation);
  const deciding = conditionNames(operation, fragments);
  const ways = new Map<string, Selection | null>();

  function selectionFor(variables: Readonly<Record<string, unknown>>): Selection | null {
    const conditions = readConditions(deciding, variables);
    if (conditions === null) return null;
    const way = Object.values(conditions).join();
    const known = ways.get(way);
    if (known !== undefined || ways.size === MAX_WAYS) return known ?? null;
    const made = prepareSelections(schema, fragments, conditions, operation, rootType!);
    ways.set(way, made);
    return made;
  }

  return ({ variables, context, rootValue }) => {
    const variableValues = coerceVariables(variables);
    if (variableValues === null) return null;
    const selection = selectionFor(variableValues);
    if (selection === null) return null;
    const info = { schema, fragments, operation, variableValues, rootValue };
    return run(selection, new Execution(info, context));
  };
}

/** The response once all of it is there, without what failed after it was put there. */
async function whole(execution: Execution, promised: MaybePromise<Data>): Promise<Data | null> {
  const data = await promised;
  await execution.deferred.allFilled();
  return withoutNulled(data, execution.nulled);
}

function run(selection: Selection, execution: Execution): MaybePromise<ExecutionResult> {
  const { errors } = execution;
  const answer = (data: Data | null): ExecutionResult =>
    errors.errors.length === 0 ? { data } : { errors: errors.errors, data };
  const fail = (error: unknown): ExecutionResult => {
    errors.add(error as GraphQLError, undefined);
    return answer(null);
  };
  try {
    const data = selection.execute(execution, execution.rootValue, undefined);
    const deferred = execution.deferred.allFilled();
    if (deferred === undefined && !isPromise(data)) return answer(data);
    return whole(execution, data).then(answer, fail);
  } catch (error) {
    return fail(error);
  }
}
