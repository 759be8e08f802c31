import {
  defaultTypeResolver,
  GraphQLError,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { completeObject } from "./complete-object.js";
import type { Complete } from "./complete-value.js";
import type { FieldContext } from "./field-context.js";
import { isPromise } from "./graphql-promise.js";

/** Completes values of an interface or union: as the object type the abstract type, or the value itself, names. */
export function completeAbstract(field: FieldContext, type: GraphQLAbstractType): Complete {
  const completions = new Map<unknown, Complete>();
  const completeAs = (name: unknown, schema: GraphQLSchema, value: unknown): Complete => {
    const known = completions.get(name);
    if (known !== undefined) return known;
    const made = completeObject(field, objectTypeNamed(name, schema, field, type, value));
    completions.set(name, made);
    return made;
  };

  return (execution, value, path, info) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const complete = (name: unknown): unknown =>
      completeAs(name, execution.schema, value)(execution, value, path, info);
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name: unknown = resolveType(value, execution.context, info!, type);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}

/** The object type of a name, when it is one the abstract type may be; else throws in the words of graphql-js. */
function objectTypeNamed(
  name: unknown,
  schema: GraphQLSchema,
  { parentType, definition, nodes }: FieldContext,
  abstractType: GraphQLAbstractType,
  value: unknown,
): GraphQLObjectType {
  const abstract = abstractType.name;
  const position = `Abstract type "${abstract}" must resolve to an Object type at runtime for field "${parentType.name}.${definition.name}"`;
  if (name === null || name === undefined) {
    const remedy = `Either the "${abstract}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`;
    throw new GraphQLError(`${position}. ${remedy}`, { nodes });
  }
  if (isObjectType(name)) {
    throw new GraphQLError(
      "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
    );
  }
  if (typeof name !== "string") {
    throw new GraphQLError(`${position} with value ${inspect(value)}, received "${inspect(name)}".`);
  }
  const type = schema.getType(name);
  if (type === undefined) {
    const message = `Abstract type "${abstract}" was resolved to a type "${name}" that does not exist inside the schema.`;
    throw new GraphQLError(message, { nodes });
  }
  if (!isObjectType(type)) {
    const message = `Abstract type "${abstract}" was resolved to a non-object type "${name}".`;
    throw new GraphQLError(message, { nodes });
  }
  if (!schema.isSubType(abstractType, type)) {
    const message = `Runtime Object type "${name}" is not a possible type for "${abstract}".`;
    throw new GraphQLError(message, { nodes });
  }
  return type;
}
