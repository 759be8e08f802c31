import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import type { Shape } from "./shape";

const numericTypes = new Set(["Int", "Float", "Decimal"]);

interface Selected {
  readonly selections: SelectionNode[];
  readonly field: GraphQLField<unknown, unknown> | undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/**
 * The shape an operation asks for, in the order of its fields, fragments folded in.
 *
 * With a schema it knows lists, numbers and descriptions even when the answer is empty; without one it knows the keys.
 * Null when the document holds no such operation.
 */
export function shapeOfOperation(
  document: DocumentNode,
  operationName: string | null,
  schema: GraphQLSchema | null,
): readonly Shape[] | null {
  const operation = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .find((definition) => operationName === null || definition.name?.value === operationName);
  if (operation === undefined) return null;

  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );

  function collect(
    selections: readonly SelectionNode[],
    typeName: string | undefined,
    into: Map<string, Selected>,
  ): void {
    const type = typeName === undefined ? undefined : schema?.getType(typeName);
    for (const node of selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
        const before = into.get(key);
        const below = [...(before?.selections ?? []), ...(node.selectionSet?.selections ?? [])];
        into.set(key, { selections: below, field: before?.field ?? fields[node.name.value] });
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      if (fragment === undefined) continue;
      collect(fragment.selectionSet.selections, fragment.typeCondition?.name.value ?? typeName, into);
    }
  }

  function shapes(selections: readonly SelectionNode[], typeName: string | undefined): Shape[] {
    const selected = new Map<string, Selected>();
    collect(selections, typeName, selected);
    return [...selected].map(([key, { selections: below, field }]) => {
      const named = field === undefined ? undefined : getNamedType(field.type);
      return {
        key,
        list: field !== undefined && isList(field.type),
        numeric: named !== undefined && numericTypes.has(named.name),
        description: field?.description ?? null,
        fields: below.length === 0 ? [] : shapes(below, isCompositeType(named) ? named.name : undefined),
      };
    });
  }

  return shapes(operation.selectionSet.selections, schema?.getRootType(operation.operation)?.name);
}
