import {
  getArgumentValues,
  isNonNullType,
  Kind,
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
} from "graphql";
import type { Execution } from "./execution.js";

type Arguments = Record<string, unknown>;

/** Gives a field's arguments for one call of its resolver, an object of its own. Throws as graphql-js does. */
export type ReadArguments = (execution: Execution) => Arguments;

/** Takes one argument from the variables; whether it could, without a word for the client. */
type TakeArgument = (variables: Readonly<Arguments>, args: Arguments) => boolean;

/**
 * Arguments that are variables are taken from their coerced values; all others, and refused ones, are left to graphql-js:
 * once per execution, not once per row, unless a literal gives an object or a list. graphql-js makes a new one of these
 * for every call, which a resolver may change.
 *
 * @param number of the field, under which the execution keeps its arguments
 */
export function prepareArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  number: number,
): ReadArguments {
  const { arguments: given = [] } = node;
  const literals = given.filter(({ value }) => value.kind !== Kind.VARIABLE).map(({ name }) => name.value);
  const byGraphql = readByGraphql(definition, node, number, literals);
  const takers = definition.args.map((argument) => prepareArgument(argument, given));
  if (literals.length > 0 || !takers.every((take) => take !== null)) return byGraphql;

  return (execution) => {
    const args: Arguments = {};
    for (const take of takers) if (!take(execution.variableValues, args)) return byGraphql(execution);
    return args;
  };
}

function readByGraphql(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  number: number,
  literals: readonly string[],
): ReadArguments {
  return (execution) => {
    const known = execution.args[number];
    if (known !== undefined) return { ...known };
    const args = getArgumentValues(definition, node, execution.variableValues);
    if (literals.some((name) => typeof args[name] === "object" && args[name] !== null)) return args;
    execution.args[number] = args;
    return { ...args };
  };
}

/** How an argument that is a variable, or not given, is read; null when graphql-js must. */
function prepareArgument(
  { name, type, defaultValue }: GraphQLArgument,
  given: readonly ArgumentNode[],
): TakeArgument | null {
  const required = isNonNullType(type);
  const takeDefault: TakeArgument = (_variables, args) => {
    if (defaultValue !== undefined) args[name] = defaultValue;
    return defaultValue !== undefined || !required;
  };
  const node = given.find((argument) => argument.name.value === name)?.value;
  if (node === undefined) return takeDefault;
  if (node.kind !== Kind.VARIABLE) return null;
  const variable = node.name.value;

  return (variables, args) => {
    if (!Object.hasOwn(variables, variable)) return takeDefault(variables, args);
    const value = variables[variable];
    if (value === undefined || (value === null && required)) return false;
    args[name] = value;
    return true;
  };
}
