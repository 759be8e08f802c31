import {
  coerceInputValue,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";

type Variables = Record<string, unknown>;

/** Coerces the variables of one execution; null when one is refused, for which graphql-js has the words. */
export type CoerceVariables = (inputs: Readonly<Variables>) => Variables | null;

type TakeVariable = (inputs: Readonly<Variables>, coerced: Variables) => void;
type Coerce = (value: unknown) => unknown;

const REFUSED = Symbol("refused");

/** Prepares the coercion of an operation's variables; the one place of a value is asked for only when it is refused. */
export function prepareVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): CoerceVariables {
  const definitions = operation.variableDefinitions ?? [];
  const takers = definitions.map((definition) => prepareVariable(schema, definition));
  // A variable of this name would meet a prototype instead of the object.
  if (definitions.some(({ variable }) => variable.name.value === "__proto__")) return () => null;

  return (inputs) => {
    const coerced: Variables = {};
    try {
      for (const take of takers) take(inputs, coerced);
    } catch {
      return null;
    }
    return coerced;
  };
}

function prepareVariable(schema: GraphQLSchema, definition: VariableDefinitionNode): TakeVariable {
  const { variable, defaultValue } = definition;
  const name = variable.name.value;
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  if (!isInputType(type)) return refuse;
  const coerce = prepareInput(type);

  return (inputs, coerced) => {
    if (Object.hasOwn(inputs, name)) coerced[name] = coerce(inputs[name]);
    else if (defaultValue !== undefined) coerced[name] = valueFromAST(defaultValue, type);
    else if (isNonNullType(type)) refuse();
  };
}

function prepareInput(type: GraphQLInputType): Coerce {
  if (isNonNullType(type)) {
    const coerce = prepareInput(type.ofType);
    return (value) => (value === null || value === undefined ? refuse() : coerce(value));
  }
  if (isListType(type)) {
    const coerce = prepareInput(type.ofType);
    return nullOr((value) => {
      if (Array.isArray(value)) return coerceItems(value, coerce);
      return isIterable(value) ? refuse() : [coerce(value)];
    });
  }
  if (isLeafType(type)) {
    return nullOr((value) => {
      const parsed: unknown = type.parseValue(value);
      return parsed === undefined ? refuse() : parsed;
    });
  }
  return nullOr((value) => coerceInputValue(value, type, refuse));
}

/** A hole is an item too, as it is for who reads the list one by one. */
function coerceItems(list: readonly unknown[], coerce: Coerce): unknown[] {
  const coerced: unknown[] = [];
  for (let index = 0; index < list.length; index++) coerced.push(coerce(list[index]));
  return coerced;
}

function nullOr(coerce: Coerce): Coerce {
  return (value) => (value === null || value === undefined ? null : coerce(value));
}

/** Whether reading a value could use it up. */
function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function refuse(): never {
  throw REFUSED;
}
