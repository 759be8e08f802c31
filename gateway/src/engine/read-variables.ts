import { getVariableValues, GraphQLError } from "graphql";
import type { EngineSchema } from "./engine-schema.js";
import type { SelectedOperation } from "./prepare-operation.js";
import type { Conditions } from "./resolve-conditions.js";

/** Checks a client's variables and reads those that @skip and @include ask for; errors say which variable is wrong. */
export function readConditions(
  schema: EngineSchema,
  { operation, conditionVariables }: SelectedOperation,
  variables: Readonly<Record<string, unknown>>,
): Conditions | readonly GraphQLError[] {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) {
    return {};
  }
  const { errors, coerced } = getVariableValues(schema.apiSchema, variableDefinitions, variables);
  if (errors !== undefined) {
    return errors.map(
      ({ message, nodes }) =>
        new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } }),
    );
  }
  // A variable with a default may be given as null, and only then cannot say what @skip and @include must know.
  const unsaid = conditionVariables.filter((name) => coerced[name] === null);
  if (unsaid.length > 0) {
    return unsaid.map(
      (name) =>
        new GraphQLError(`Variable "$${name}": found null; expected a Boolean.`, {
          extensions: { code: "BAD_USER_INPUT" },
        }),
    );
  }
  return Object.fromEntries(conditionVariables.map((name) => [name, coerced[name] === true]));
}
