import { forAllResolver } from "@hub/schema";
import { buildSchema, GraphQLError, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLOutputType, GraphQLSchema } from "graphql";
import { later, randomAt, type Faults } from "./faults.js";

const SDL = /* GraphQL */ `
  type Row {
    id: ID!
    word(of: Int = 1): String
    strict: Int!
    words: [String!]
    flags: [Boolean]!
    row: Row
    strictRow: Row!
    rows: [Row!]
    maybeRows: [Row]!
    grid: [[Row!]]
    alone: String
    strictAlone(of: Int): Int!
    kept: Row
  }
  type Query {
    row: Row
    strictRow: Row!
    rows: [Row!]
    strictRows: [Row!]!
    maybeRows: [Row]
  }
`;

interface Place {
  readonly at: string;
}

/** Rows deeper than this have no rows. */
const DEPTH = 5;

/**
 * A schema whose fields are resolved for all parents at one time, beside ones resolved alone (`alone`, `strictAlone`) and
 * properties (`id`, `kept`). What fails follows from the context, {@link Faults}; how late a field answers is the same in
 * all its rows, as it is when one read gives them.
 */
export function createForAllSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const { name, ...field } of Object.values(type.getFields())) {
      if (name === "id" || name === "kept") continue;
      const one = ({ at }: Place, args: object, faults: Faults) => valueAt(faults, `${at}.${name}`, field.type, args);
      const isAlone = name.endsWith("lone") || type.name === "Query";
      type.getFields()[name]!.resolve = isAlone
        ? (parent, args, faults: Faults) => one(parent ?? { at: "" }, args, faults)
        : forAllResolver((parents, args, context) => {
            const faults = context as Faults;
            const all = () => parents.map((parent) => quietly(() => one(parent as Place, args, faults)));
            return inTime(faults, name, () => whole(faults, name, all)) as Promise<readonly unknown[]>;
          });
    }
  }
  return schema;
}

/** Now or, for all rows of the field, later. */
function inTime(faults: Faults, name: string, make: () => unknown): unknown {
  const random = randomAt(faults, name);
  return later(random.below(3), make);
}

/** Now and then a field fails in all rows. */
function whole(faults: Faults, name: string, all: () => readonly unknown[]): readonly unknown[] {
  if (randomAt(faults, `${name}!`).chance(faults.rate)) throw new GraphQLError(`all of ${name}`);
  return all();
}

function quietly(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

function valueAt(faults: Faults, at: string, type: GraphQLOutputType, args: object): unknown {
  const random = randomAt(faults, at);
  if (random.chance(faults.rate)) {
    if (random.chance(0.5)) throw new Error(`broken at ${at}`);
    return random.pick([null, undefined, Number.NaN, {}]);
  }
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    return Array.from({ length: random.below(4) }, (_none, index) => {
      return quietly(() => valueAt(faults, `${at}.${index}`, inner.ofType, args));
    });
  }
  if (isObjectType(inner)) {
    if (at.split(".").length > DEPTH) return null;
    const kept = random.chance(0.5) ? { at: `${at}.kept`, id: "k" } : null;
    return { at, id: random.chance(faults.rate / 2) ? null : at, kept };
  }
  const { of = 0 } = args as { of?: number | null };
  return { String: `word ${of}`, Int: (of ?? 0) + random.below(9), Boolean: true, ID: "i" }[String(inner)];
}
