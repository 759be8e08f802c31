import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, type GraphQLLeafType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";

/** Serialises a scalar or enum value; null stays null. Throws what the type throws, and a value that is an Error. */
export type CompleteLeaf = (value: unknown) => unknown;

/** Values of the specified scalars that serialise to themselves are told without asking the scalar. */
export function prepareLeaf(type: GraphQLLeafType): CompleteLeaf {
  switch (type) {
    case GraphQLString:
    case GraphQLID:
      return (value) => (typeof value === "string" ? value : serialize(type, value));
    case GraphQLInt:
      return (value) => (typeof value === "number" && (value | 0) === value ? value : serialize(type, value));
    case GraphQLFloat:
      return (value) => (typeof value === "number" && Number.isFinite(value) ? value : serialize(type, value));
    case GraphQLBoolean:
      return (value) => (typeof value === "boolean" ? value : serialize(type, value));
    default:
      return (value) => serialize(type, value);
  }
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Error) throw value;
  const serialized = type.serialize(value);
  if (serialized === null || serialized === undefined) {
    const call = `${inspect(type)}.serialize(${inspect(value)})`;
    throw new Error(`Expected \`${call}\` to return non-nullable value, returned: ${inspect(serialized)}`);
  }
  return serialized;
}
