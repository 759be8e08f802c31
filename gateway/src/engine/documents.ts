import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Aliases the planner invents for fields of one name and different types end like this. */
export const PLANNER_ALIAS = /__alias_\d+$/;

export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** `... on type { selections }`. */
export function fragmentOn(type: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

/** The one operation of a fetch. */
export function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) {
    throw new TypeError("Fetch: found no operation; expected one.");
  }
  return operation;
}

/** What an operation selects on its root or, when it asks for entities, on an entity. */
export function selectionOf({ selectionSet }: OperationDefinitionNode, ofEntities: boolean): SelectionSetNode {
  const [root] = selectionSet.selections;
  return ofEntities && root?.kind === Kind.FIELD && root.selectionSet !== undefined ? root.selectionSet : selectionSet;
}

/** A document's fragments by name. */
export function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((node) => [node.name.value, node]));
}

/** Names of the variables used at or below a node, other than in their definitions, each once. */
export function variablesIn(node: ASTNode): readonly string[] {
  const names = new Set<string>();
  visit(node, { VariableDefinition: () => false, Variable: ({ name }) => void names.add(name.value) });
  return [...names];
}
