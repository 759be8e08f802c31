import {
  Kind,
  parse,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf, operationOf } from "./documents.js";

/** Puts fragments where they are spread, so that each use can be kept or left on its own. */
export function inlineSpreads(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      const { directives = [] } = selection;
      return fragment === undefined
        ? []
        : [
            {
              kind: Kind.INLINE_FRAGMENT,
              directives: [...(fragment.directives ?? []), ...directives],
              typeCondition: fragment.typeCondition,
              selectionSet: inlineSpreads(fragment.selectionSet, fragments),
            },
          ];
    }
    return selection.selectionSet === undefined
      ? [selection]
      : [{ ...selection, selectionSet: inlineSpreads(selection.selectionSet, fragments) } as SelectionNode];
  });
  return { ...set, selections };
}

/** A fetch's operation without fragment spreads. */
export function inlinedOperation(text: string): OperationDefinitionNode {
  const document = parse(text, { noLocation: true });
  const operation = operationOf(document);
  return { ...operation, selectionSet: inlineSpreads(operation.selectionSet, fragmentsOf(document)) };
}
