import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { TYPENAME } from "./documents.js";

/** Values of the variables that @skip and @include read. */
export type Conditions = Readonly<Record<string, boolean>>;

function isCondition(directive: DirectiveNode): boolean {
  return directive.name.value === "skip" || directive.name.value === "include";
}

function holds(directive: DirectiveNode, conditions: Conditions): boolean {
  const value = directive.arguments?.[0]?.value;
  const given =
    value?.kind === Kind.VARIABLE ? conditions[value.name.value] === true : value?.kind === Kind.BOOLEAN && value.value;
  return directive.name.value === "skip" ? !given : given;
}

/** Whether @skip and @include let a selection stand. */
export function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  return (selection.directives ?? []).every((directive) => !isCondition(directive) || holds(directive, conditions));
}

/** Names of the variables an operation's @skip and @include read. */
export function conditionVariables(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): readonly string[] {
  const names = new Set<string>();
  for (const node of [operation, ...fragments]) {
    visit(node, {
      Directive(directive) {
        const value = directive.arguments?.[0]?.value;
        if (isCondition(directive) && value?.kind === Kind.VARIABLE) {
          names.add(value.name.value);
        }
      },
    });
  }
  return [...names];
}

/** A selection may not be empty; an object none of whose fields is wanted is still asked for. */
function resolveSet(set: SelectionSetNode, conditions: Conditions): SelectionSetNode {
  const kept = set.selections.filter((selection) => isIncluded(selection, conditions));
  const plain = kept.map((selection) => ({
    ...selection,
    directives: (selection.directives ?? []).filter((directive) => !isCondition(directive)),
  }));
  return { ...set, selections: plain.length === 0 ? [TYPENAME] : plain };
}

/**
 * The document with only what is wanted, and no @skip or @include left.
 *
 * The planner would make one plan for all values, in which a field that is skipped can take with it what another field of
 * the same fetch requires.
 */
export function resolveConditions(document: DocumentNode, conditions: Conditions): DocumentNode {
  return visit(document, { SelectionSet: (set) => resolveSet(set, conditions) });
}
