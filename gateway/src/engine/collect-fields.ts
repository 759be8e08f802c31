import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";
import { isIncluded, type Conditions } from "./resolve-conditions.js";
import type { TypeConditions } from "./type-conditions.js";

/** What decides which of an operation's fields are wanted. */
export interface CollectContext {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly types: TypeConditions;
  readonly conditions: Conditions;
}

/** The fields selected on an object of type `typename`, by response key, in the order the specification gives them. */
export function collectFields(
  typename: string,
  sets: readonly SelectionSetNode[],
  context: CollectContext,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, context.conditions)) {
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = fields.get(key);
        if (nodes === undefined) {
          fields.set(key, [selection]);
        } else {
          nodes.push(selection);
        }
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (
          selection.typeCondition === undefined ||
          context.types.applies(selection.typeCondition.name.value, typename)
        ) {
          visit(selection.selectionSet);
        }
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = context.fragments.get(selection.name.value);
        if (fragment !== undefined && context.types.applies(fragment.typeCondition.name.value, typename)) {
          visit(fragment.selectionSet);
        }
      }
    }
  };
  sets.forEach(visit);
  return fields;
}
