import { getArgumentValues, getNamedType, isObjectType, Kind, type FieldNode, type GraphQLResolveInfo } from "graphql";

/** A field that is asked for right below the one being resolved. */
export interface AskedBelow {
  /** Coerced, as its resolver will be given them. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Names of the fields asked for below it in turn. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Where a field is asked for right below the one being resolved, so that what it needs can be read at the same time.
 *
 * Only what is certain and plain to see: uses in fragments or under conditions are left out, and so are those with
 * arguments that their resolvers will refuse.
 */
export function askedBelow(info: GraphQLResolveInfo, fieldName: string): readonly AskedBelow[] {
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (definition === undefined) return [];
  return info.fieldNodes.flatMap(plainFields).flatMap((node) => {
    if (node.name.value !== fieldName) return [];
    try {
      const args = getArgumentValues(definition, node, info.variableValues);
      return [{ args, fields: new Set(plainFields(node).map(({ name }) => name.value)) }];
    } catch {
      return [];
    }
  });
}

function plainFields({ selectionSet }: FieldNode): readonly FieldNode[] {
  const selections = selectionSet?.selections ?? [];
  return selections.filter(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && (selection.directives ?? []).length === 0,
  );
}
