import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { collectFields, type CollectContext } from "./collect-fields.js";
import { leafReader, type LeafReader } from "./read-leaf.js";
import type { InternalKey } from "./rename-keys.js";

/** One level of a field's type: whether null is allowed here, and what else may stand here. */
export type OutputShape = { readonly nonNull: boolean; readonly text: string } & (
  | { readonly kind: "list"; readonly item: OutputShape }
  | { readonly kind: "leaf"; readonly read: LeafReader; readonly typeName: string }
  | { readonly kind: "object"; readonly selection: SelectionShape }
);

/** One field of the response: where its value is in the engine's data, and what it must be. */
export interface FieldShape {
  readonly responseKey: string;
  readonly key: string;
  readonly name: string;
  /** `data` comes from subgraphs; the others the engine answers itself. */
  readonly source: "data" | "typename" | "introspection";
  readonly output: OutputShape;
  readonly nodes: readonly FieldNode[];
}

/** The fields of the response for objects of one type. */
export interface ObjectShape {
  readonly typename: string;
  /** False for an interface's name, which stands for a type that could not be found out. */
  readonly concrete: boolean;
  readonly fields: readonly FieldShape[];
}

/** What an operation selects on a field of object type, worked out per type when first met. */
export interface SelectionShape {
  readonly declared: GraphQLCompositeType;
  /** Undefined when an object of this type cannot stand here. */
  forType(typename: string): ObjectShape | undefined;
}

interface ShapeContext extends CollectContext {
  readonly schema: GraphQLSchema;
  readonly keyOf: InternalKey;
}

const INTROSPECTION: ReadonlySet<string> = new Set(["__schema", "__type"]);

function outputShape(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  context: ShapeContext,
  nonNull = false,
): OutputShape {
  if (isNonNullType(type)) {
    return outputShape(type.ofType, nodes, context, true);
  }
  const text = nonNull ? `${String(type)}!` : String(type);
  if (isListType(type)) {
    return { nonNull, text, kind: "list", item: outputShape(type.ofType, nodes, context) };
  }
  if (isCompositeType(type)) {
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    return { nonNull, text, kind: "object", selection: selectionShape(type, sets, context) };
  }
  return { nonNull, text, kind: "leaf", read: leafReader(type), typeName: type.name };
}

function fieldShape(parent: GraphQLCompositeType, nodes: readonly FieldNode[], context: ShapeContext): FieldShape {
  const node = nodes[0] as FieldNode;
  const name = node.name.value;
  const responseKey = node.alias?.value ?? name;
  const base = { responseKey, name, nodes, key: context.keyOf(node) };
  const leaf: OutputShape = { nonNull: true, text: "", kind: "leaf", read: (value) => value, typeName: "" };
  if (name === "__typename") {
    return { ...base, source: "typename", output: leaf };
  }
  if (INTROSPECTION.has(name)) {
    return { ...base, source: "introspection", output: leaf };
  }
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (field === undefined) {
    throw new TypeError(`Selection: found ${parent.name}.${name}; expected a field of the supergraph.`);
  }
  return { ...base, source: "data", output: outputShape(field.type, nodes, context) };
}

function objectShape(
  typename: string,
  sets: readonly SelectionSetNode[],
  context: ShapeContext,
): ObjectShape | undefined {
  const type = context.schema.getType(typename);
  if (type === undefined || !isCompositeType(type)) {
    return undefined;
  }
  const fields = [...collectFields(typename, sets, context).values()];
  return {
    typename,
    concrete: isObjectType(type),
    fields: fields.map((nodes) => fieldShape(type, nodes, context)),
  };
}

function selectionShape(
  declared: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  context: ShapeContext,
): SelectionShape {
  const known = new Map<string, ObjectShape>();
  return {
    declared,
    forType(typename) {
      const shape = known.get(typename);
      if (shape !== undefined) {
        return shape;
      }
      if (!context.types.applies(declared.name, typename)) {
        return undefined;
      }
      const made = objectShape(typename, sets, context);
      if (made !== undefined) {
        known.set(typename, made);
      }
      return made;
    },
  };
}

/** The shape of an operation's whole response, for given values of its conditions. */
export function responseShape(
  root: GraphQLCompositeType,
  selectionSet: SelectionSetNode,
  context: ShapeContext,
): ObjectShape {
  const shape = selectionShape(root, [selectionSet], context).forType(getNamedType(root).name);
  if (shape === undefined) {
    throw new TypeError(`Operation: found no root type ${root.name}; expected one of the schema.`);
  }
  return shape;
}
