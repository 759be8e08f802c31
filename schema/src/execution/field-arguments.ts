import { getArgumentValues, Kind, type GraphQLField } from "graphql";
import type { Execution, FieldState } from "./execution.js";
import type { FieldNode } from "graphql";

type Arguments = Record<string, unknown>;

/** Gives a field's arguments for one call of its resolver, an object of its own. Throws as graphql-js does. */
export type ReadArguments = (execution: Execution, state: FieldState) => Arguments;

/**
 * Arguments are coerced once per execution, not once per row, unless a literal gives an object or a list: graphql-js
 * makes a new one for every call, which a resolver may change.
 */
export function prepareArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): ReadArguments {
  if (definition.args.length === 0) return () => ({});
  const literals = (node.arguments ?? [])
    .filter(({ value }) => value.kind !== Kind.VARIABLE)
    .map(({ name }) => name.value);

  return (execution, state) => {
    if (state.args !== undefined) return { ...state.args };
    const args = getArgumentValues(definition, node, execution.variableValues);
    if (literals.some((name) => typeof args[name] === "object" && args[name] !== null)) return args;
    state.args = args;
    return { ...args };
  };
}
