import { getVariableValues, GraphQLError } from "graphql";
import type { EngineSchema } from "./engine-schema.js";
import type { SelectedOperation } from "./prepare-operation.js";
import type { Conditions } from "./resolve-conditions.js";

/** Checks a client's variables and reads those that @skip and @include ask for; errors say which variable is wrong. */
export function readConditions(
  schema: EngineSchema,
  { operation, conditionVariables, coerceVariables }: SelectedOperation,
  variables: Readonly<Record<string, unknown>>,
): Conditions | readonly GraphQLError[] {
  const { variableDefinitions = [] } = operation;
  if (variableDefinitions.length === 0) {
    return {};
  }
  const coerced = coerceVariables(variables);
  if (coerced === null) {
    // Refused, or left to graphql-js, which has the words for what is wrong.
    const said = getVariableValues(schema.apiSchema, variableDefinitions, variables);
    return said.errors === undefined
      ? conditionsOf(said.coerced, conditionVariables)
      : said.errors.map(({ message, nodes }) => refusal(message, nodes));
  }
  return conditionsOf(coerced, conditionVariables);
}

function refusal(message: string, nodes?: GraphQLError["nodes"]): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT" } });
}

function conditionsOf(
  coerced: Readonly<Record<string, unknown>>,
  conditionVariables: readonly string[],
): Conditions | readonly GraphQLError[] {
  // A variable with a default may be given as null, and only then cannot say what @skip and @include must know.
  const unsaid = conditionVariables.filter((name) => coerced[name] === null);
  if (unsaid.length > 0) {
    return unsaid.map((name) => refusal(`Variable "$${name}": found null; expected a Boolean.`));
  }
  return Object.fromEntries(conditionVariables.map((name) => [name, coerced[name] === true]));
}
