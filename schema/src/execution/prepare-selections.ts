import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { FieldContext } from "./field-context.js";
import type { Fragments } from "./fragments.js";
import { prepareField } from "./prepare-field.js";
import { Selection, type PreparedField } from "./selection.js";

type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Prepares what an operation selects, given the values of the variables its `@skip` and `@include` depend on. A selection
 * is collected when a value of its type first appears.
 *
 * @returns the selection of the root; null when it asks for the schema itself
 */
export function prepareSelections(
  schema: GraphQLSchema,
  fragments: Fragments,
  conditions: Readonly<Record<string, boolean>>,
  operation: OperationDefinitionNode,
  rootType: GraphQLObjectType,
): Selection | null {
  let number = 0;

  function prepare(
    parentType: GraphQLObjectType,
    collected: CollectedFields,
    above: FieldContext | undefined,
  ): Selection {
    const fields: PreparedField[] = [];
    for (const [key, nodes] of collected) {
      const name = nodes[0]!.name.value;
      const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parentType.getFields()[name];
      if (definition === undefined) continue;
      const selectionOf = remembered((type: GraphQLObjectType) =>
        prepare(type, collectSubfields(schema, fragments, conditions, type, nodes as FieldNode[]), field),
      );
      const field: FieldContext = { key, above, parentType, definition, nodes, number: number++, selectionOf };
      fields.push(prepareField(field));
    }
    return new Selection(fields);
  }

  const root = collectFields(schema, fragments, conditions, rootType, operation.selectionSet);
  const names = [...root.values()].map((nodes) => nodes[0]!.name.value);
  if (names.some((name) => name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name)) return null;
  return prepare(rootType, root, undefined);
}

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
