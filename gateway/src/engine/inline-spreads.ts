import { Kind, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from "graphql";

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
