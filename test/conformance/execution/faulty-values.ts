import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import type { Random } from "../engine/random.js";
import { behave, behaveQuietly, randomAt, type Faults } from "./faults.js";

/** A value for a type, late or not, right or not; `depth` bounds the objects inside objects. */
export function faultyValue(
  schema: GraphQLSchema,
  faults: Faults,
  place: string,
  type: GraphQLOutputType,
  depth: number,
): unknown {
  return behave(faults, place, () => validValue(schema, faults, place, type, depth));
}

function validValue(
  schema: GraphQLSchema,
  faults: Faults,
  place: string,
  type: GraphQLOutputType,
  depth: number,
): unknown {
  if (isNonNullType(type)) return validValue(schema, faults, place, type.ofType, depth);
  const random = randomAt(faults, `${place}=`);
  if (isListType(type)) {
    const items = Array.from({ length: random.below(4) }, (_none, index) => {
      const at = `${place}.${index}`;
      return behaveQuietly(faults, at, () => validValue(schema, faults, at, type.ofType, depth));
    });
    return random.chance(0.2) ? new Set(items) : items;
  }
  const named = getNamedType(type);
  if (isAbstractType(named)) {
    const possible = schema.getPossibleTypes(named);
    return objectOf(schema, faults, place, random.pick(possible), depth);
  }
  return isObjectType(named) ? objectOf(schema, faults, place, named, depth) : leafOf(random, named as GraphQLLeafType);
}

function leafOf(random: Random, type: GraphQLLeafType): unknown {
  if (isEnumType(type)) return random.pick(type.getValues()).value;
  switch (type.name) {
    case "Int":
      return random.pick([0, -1, 7, "12", true]);
    case "Float":
      return random.pick([0.5, 7, "1.25", false]);
    case "Boolean":
      return random.pick([true, false, 1, 0]);
    case "ID":
      return random.pick(["a", 5, "c"]);
    case "Odd":
      return random.pick([1, "three", { five: 5 }, [7]]);
    default:
      return random.pick(["word", "", 5, true, { valueOf: (): string => "boxed" }]);
  }
}

/** An object with the properties its type's plain fields are read from: values, methods and getters that throw. */
function objectOf(
  schema: GraphQLSchema,
  faults: Faults,
  place: string,
  type: GraphQLObjectType,
  depth: number,
): unknown {
  const object: Record<string, unknown> = { kind: type.name };
  const random = randomAt(faults, `${place}!`);
  if (random.chance(0.7)) object["__typename"] = type.name;
  for (const { name, resolve, type: fieldType } of Object.values(type.getFields())) {
    if (resolve !== undefined || (name.startsWith("plain") && depth === 0)) continue;
    const at = `${place}.${name}`;
    const give = (): unknown => faultyValue(schema, faults, at, fieldType, depth - 1);
    switch (random.below(6)) {
      case 0:
        Object.defineProperty(object, name, { get: give, enumerable: true });
        break;
      case 1:
        object[name] = (args: unknown, _faults: unknown, info: GraphQLResolveInfo): unknown => {
          faults.note(`method ${at} ${JSON.stringify(args)} ${info.fieldName}`);
          return give();
        };
        break;
      default:
        object[name] = behaveQuietly(faults, at, () => validValue(schema, faults, at, fieldType, depth - 1));
    }
  }
  return object;
}
