import {
  buildSchema,
  isAbstractType,
  isEnumType,
  isObjectType,
  responsePathAsArray,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { later, randomAt, type Faults } from "./faults.js";
import { faultyValue } from "./faulty-values.js";

const SDL = /* GraphQL */ `
  scalar Odd
  enum Color {
    RED
    GREEN
    BLUE
  }
  input Where {
    color: Color = GREEN
    sizes: [Int!]
    deep: Where
    odd: Odd
  }
  interface Node {
    id: ID!
    name: String
    next: Node
    near: [Node!]
  }
  interface Named {
    name: String
  }
  type Tree implements Node & Named {
    id: ID!
    name: String
    next: Node
    near: [Node!]
    height(unit: String = "m", where: Where, times: Int! = 1): Float
    parent: Tree!
    children: [Tree!]!
    grid: [[Tree!]!]
    colors: [Color!]!
    odd: Odd
    tall: Boolean!
    plain: Tree
    plainList: [Tree]
  }
  type Stone implements Node {
    id: ID!
    name: String
    next: Node
    near: [Node!]
    weight: Int!
    sharp: Boolean
    any: Any!
    anys: [Any]!
    stone: Stone
  }
  type Cloud {
    shape: String!
    tree(first: Int!, after: String): Tree
    name: String
    cloud: Cloud!
    plainCloud: Cloud!
  }
  union Any = Tree | Stone | Cloud
  type Query {
    tree(id: ID = "t"): Tree
    strict: Tree!
    stone: Stone
    cloud: Cloud
    node(color: Color = RED): Node
    nodes: [Node]!
    any: Any
    anys: [[Any!]]
    named: [Named!]
    numbers: [Int]
    matrix: [[Float!]!]!
    words(where: [Where!]): [String!]
    odds: [Odd!]
    color: Color
    id: ID
    flag: Boolean
  }
`;

/**
 * A schema of every kind of type whose resolvers fail, wait and give wrong values as the context, {@link Faults},
 * decides; fields called plain, `id` and `name` have no resolver.
 */
export function createFaultySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const odd = { serialize: (value: unknown) => (value === 4 ? undefined : checkOdd(value)), parseValue: checkOdd };
  Object.assign(schema.getType("Odd") as object, odd);

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isEnumType(type)) for (const value of type.getValues()) value.value = { internal: value.name };
    if (isAbstractType(type) && type.name !== "Named") type.resolveType = resolveType;
    if (!isObjectType(type)) continue;
    if (type.name !== "Cloud") type.isTypeOf = (value, faults: Faults, info) => isTypeOf(type, value, faults, info);
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith("plain") || field.name === "name" || field.name === "id") continue;
      field.resolve = (_source, args, faults: Faults, info) => {
        const place = responsePathAsArray(info.path).join(".");
        faults.note(`${place} ${JSON.stringify(args)} ${describeInfo(info)}`);
        return faultyValue(schema, faults, place, info.returnType, 3);
      };
    }
  }
  return schema;
}

function checkOdd(value: unknown): unknown {
  if (value === 6) throw new TypeError("Found an even number; expected an odd one.");
  return value;
}

function describeInfo(info: GraphQLResolveInfo): string {
  const { fieldName, parentType, returnType, fieldNodes, variableValues, operation, fragments, path } = info;
  const nodes = fieldNodes.map(({ loc }) => loc?.start);
  const names = [operation.name?.value, ...Object.keys(fragments)];
  return JSON.stringify([fieldName, parentType, returnType, nodes, variableValues, names, path, Object.keys(info)]);
}

function typeNameOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as { kind?: unknown }).kind : undefined;
}

function resolveType(value: unknown, faults: Faults, info: GraphQLResolveInfo): never {
  const random = randomAt(faults, `${responsePathAsArray(info.path).join(".")}?`);
  const name = (): unknown => {
    if (!random.chance(faults.rate / 2)) return typeNameOf(value);
    if (random.chance(0.2)) throw new Error("no type");
    return random.pick([null, undefined, 5, "Nobody", "Color", "Query", "Cloud"]);
  };
  return (random.chance(faults.promises) ? later(random.below(4), name) : name()) as never;
}

function isTypeOf(
  type: GraphQLObjectType,
  value: unknown,
  faults: Faults,
  info: GraphQLResolveInfo,
): boolean | Promise<boolean> {
  const random = randomAt(faults, `${responsePathAsArray(info.path).join(".")}=${type.name}`);
  const tell = (): boolean => {
    if (random.chance(faults.rate / 8)) throw new Error(`cannot tell ${type.name}`);
    return typeNameOf(value) === type.name && !random.chance(faults.rate / 8);
  };
  return random.chance(faults.promises) ? later(random.below(4), tell) : tell();
}
