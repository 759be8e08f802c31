import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type ASTNode,
  type OperationDefinitionNode,
} from "graphql";
import type { Fragments } from "./fragments.js";

/** Values of the variables that decide what is selected. */
export type Conditions = Readonly<Record<string, boolean>>;

const DECIDING: ReadonlySet<string> = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

/** Names of the operation's variables on which a `@skip` or `@include` depends, in the order they are declared. */
export function conditionNames(operation: OperationDefinitionNode, fragments: Fragments): readonly string[] {
  const used = new Set<string>();
  const note = (node: ASTNode): void => {
    visit(node, {
      Directive({ name, arguments: args = [] }) {
        if (!DECIDING.has(name.value)) return;
        for (const { value } of args) if (value.kind === Kind.VARIABLE) used.add(value.name.value);
      },
    });
  };
  note(operation);
  for (const fragment of Object.values(fragments)) note(fragment);
  return (operation.variableDefinitions ?? [])
    .map(({ variable }) => variable.name.value)
    .filter((name) => used.has(name));
}

/** The values of the deciding variables; null when one is no boolean, which graphql-js answers with an error. */
export function readConditions(
  names: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): Conditions | null {
  const conditions: Record<string, boolean> = {};
  for (const name of names) {
    const value = variables[name];
    if (typeof value !== "boolean") return null;
    conditions[name] = value;
  }
  return conditions;
}
