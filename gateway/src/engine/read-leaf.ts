import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from "graphql";

/** Gives the value a leaf has in the response, or undefined when the subgraph's value is none of its type. */
export type LeafReader = (value: unknown) => unknown;

const LARGEST_INT = 2_147_483_647;
const SMALLEST_INT = -2_147_483_648;

/** Custom scalars may hold lists and objects; deeper than this they are refused, so that writing them cannot overflow. */
const DEEPEST_SCALAR = 64;

function shallowEnough(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) {
    return true;
  }
  return left > 0 && Object.values(value).every((inner) => shallowEnough(inner, left - 1));
}

const builtIn: ReadonlyMap<string, LeafReader> = new Map<string, LeafReader>([
  [GraphQLString.name, (value) => (typeof value === "string" ? value : undefined)],
  [GraphQLBoolean.name, (value) => (typeof value === "boolean" ? value : undefined)],
  [GraphQLFloat.name, (value) => (typeof value === "number" && Number.isFinite(value) ? value : undefined)],
  [
    GraphQLInt.name,
    (value) =>
      Number.isInteger(value) && (value as number) <= LARGEST_INT && (value as number) >= SMALLEST_INT
        ? value
        : undefined,
  ],
  [
    GraphQLID.name,
    (value) => (typeof value === "string" ? value : Number.isInteger(value) ? String(value) : undefined),
  ],
]);

/** How values of a leaf type are read, as the specification's result coercion says. */
export function leafReader(type: GraphQLLeafType): LeafReader {
  if (isEnumType(type)) {
    const names = new Set(type.getValues().map((value) => value.name));
    return (value) => (names.has(value as string) ? value : undefined);
  }
  return builtIn.get(type.name) ?? ((value) => (shallowEnough(value, DEEPEST_SCALAR) ? value : undefined));
}
