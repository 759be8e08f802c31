import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { Random } from "./random.js";
import type { FixtureOperation } from "./supergraph-fixture.js";

const STRINGS = ["1", "2", "3", "a", "b", "s1", "t1", "11", "none", "CNY", "USD", '王\n"芳"'];
const ALIASES = ["x", "y", "z", "id", "name", "price", "upc", "code", "toString", "__proto__", "kind"];

interface Draft {
  readonly random: Random;
  readonly schema: GraphQLSchema;
  readonly variables: Map<string, { readonly type: string; readonly value: unknown }>;
  readonly fragments: string[];
  budget: number;
}

function inputValue(type: GraphQLInputType, random: Random, depth: number): unknown {
  if (isNonNullType(type)) {
    return givenValue(type.ofType, random, depth);
  }
  return random.chance(0.1) || depth > 3 ? null : givenValue(type, random, depth);
}

function givenValue(type: GraphQLInputType, random: Random, depth: number): unknown {
  if (isListType(type)) {
    return Array.from({ length: random.below(3) }, () => inputValue(type.ofType, random, depth + 1));
  }
  if (isEnumType(type)) {
    return { enum: random.pick(type.getValues()).name };
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || random.chance(0.5));
    return Object.fromEntries(fields.map((field) => [field.name, inputValue(field.type, random, depth + 1)]));
  }
  switch (type.name) {
    case "Int":
      return random.below(5);
    case "Float":
      return random.below(10) / 4;
    case "Boolean":
      return random.chance(0.5);
    case "String":
    case "ID":
      return random.pick(STRINGS);
    case "Date":
      return random.pick(["2025-09-01", "2024-02-29", "1999-12-31"]);
    case "Decimal":
      return random.pick(["0.00", "12.50", "99999.99"]);
    case "Cursor":
      return "bm90IGEgY3Vyc29y";
    default:
      return { k: [random.below(3), null, "v"] };
  }
}

function isEnumMark(value: object): value is { enum: string } {
  return "enum" in value && Object.keys(value).length === 1;
}

function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(literal).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    return isEnumMark(value)
      ? value.enum
      : `{${Object.entries(value)
          .map(([key, inner]) => `${key}: ${literal(inner)}`)
          .join(", ")}}`;
  }
  return JSON.stringify(value);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value === "object" && value !== null) {
    return isEnumMark(value)
      ? value.enum
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value;
}

function variable(draft: Draft, type: string, value: unknown): string {
  const name = draft.random.chance(0.05) ? "representations" : `v${draft.variables.size}`;
  const free = draft.variables.has(name) ? `w${draft.variables.size}` : name;
  draft.variables.set(free, { type, value });
  return `$${free}`;
}

function argument(draft: Draft, arg: GraphQLArgument): string {
  const value = inputValue(arg.type, draft.random, 0);
  const asVariable = draft.random.chance(0.4) && (value !== null || !isNonNullType(arg.type));
  return `${arg.name}: ${asVariable ? variable(draft, String(arg.type), plain(value)) : literal(value)}`;
}

function directives(draft: Draft): string {
  if (!draft.random.chance(0.12)) {
    return "";
  }
  const value = draft.random.chance(0.5);
  const shown = draft.random.chance(0.7) ? variable(draft, "Boolean!", value) : String(value);
  return ` @${draft.random.pick(["skip", "include"])}(if: ${shown})`;
}

function fieldText(draft: Draft, field: GraphQLField<unknown, unknown>, depth: number): string {
  const { random } = draft;
  const wanted = field.args.filter(
    (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || random.chance(0.5),
  );
  const args = wanted.map((arg) => argument(draft, arg));
  const alias = random.chance(0.15) ? `${random.pick(ALIASES)}: ` : "";
  const type = getNamedType(field.type);
  const inner = isCompositeType(type) ? ` ${selection(draft, type, depth + 1)}` : "";
  return `${alias}${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}${directives(draft)}${inner}`;
}

function fragmentText(draft: Draft, parent: GraphQLCompositeType, depth: number): string {
  const { random, schema } = draft;
  const possible = isAbstractType(parent) ? [...schema.getPossibleTypes(parent)] : [parent];
  const concrete = random.pick(possible);
  const wider = isObjectType(concrete) ? [...concrete.getInterfaces()] : [];
  const type: GraphQLCompositeType = random.pick([concrete, concrete, parent, ...wider]);
  const body = selection(draft, type, depth);
  if (random.chance(0.3)) {
    const name = `F${draft.fragments.length}`;
    draft.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name}${directives(draft)}`;
  }
  return random.chance(0.1) && type === parent
    ? `...${directives(draft)} ${body}`
    : `... on ${type.name}${directives(draft)} ${body}`;
}

function selection(draft: Draft, type: GraphQLCompositeType, depth: number): string {
  const { random } = draft;
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const usable =
    depth >= 5 || draft.budget <= 0 ? fields.filter((field) => !isCompositeType(getNamedType(field.type))) : fields;
  const parts: string[] = [];
  const count = 1 + random.below(4);
  for (let index = 0; index < count && draft.budget > 0; index++) {
    draft.budget -= 1;
    if (depth < 5 && depth > 0 && random.chance(isAbstractType(type) ? 0.6 : 0.12)) {
      parts.push(fragmentText(draft, type, depth + 1));
    } else if (usable.length > 0) {
      parts.push(fieldText(draft, random.pick(usable), depth));
    }
  }
  if (parts.length === 0 || random.chance(0.15)) {
    parts.push(random.chance(0.2) ? "kind: __typename" : "__typename");
  }
  return `{ ${parts.join(" ")} }`;
}

/** One random operation that is valid for `schema`, the same for the same seed. */
export function generateOperation(schema: GraphQLSchema, seed: number): FixtureOperation {
  for (let attempt = 0; ; attempt++) {
    const random = new Random(seed * 1_000 + attempt);
    const mutation = schema.getMutationType();
    const root = mutation && random.chance(0.5) ? mutation : schema.getQueryType();
    if (!root) {
      throw new Error("Schema: found no query type; expected one.");
    }
    const draft: Draft = { random, schema, variables: new Map(), fragments: [], budget: 4 + random.below(30) };
    const body = selection(draft, root, 0);
    const kind = root === mutation ? "mutation" : "query";
    const definitions = [...draft.variables].map(([name, { type }]) => `$${name}: ${type}`).join(", ");
    const query = `${kind} Generated${definitions === "" ? "" : `(${definitions})`} ${body} ${draft.fragments.join(" ")}`;
    if (validate(schema, parse(query)).length === 0) {
      return { query, variables: Object.fromEntries([...draft.variables].map(([name, { value }]) => [name, value])) };
    }
  }
}
