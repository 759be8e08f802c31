import { buildSubgraphSchema } from "@apollo/subgraph";
import { composeServices } from "@apollo/composition";
import { parse, type GraphQLSchema } from "graphql";

/** Resolvers by type and field, as @apollo/subgraph takes them. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>> | unknown>>;

/** One small graph that shows one feature of federation, with operations written by hand. */
export interface SupergraphFixture {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, { readonly sdl: string; readonly resolvers: Resolvers }>>;
  readonly operations: readonly FixtureOperation[];
  /** Forgets what mutations did. */
  readonly reset?: () => void;
  /** Whether the stock gateway is known to answer this operation wrongly; handwritten tests say what is right. */
  readonly stockIsWrong?: (query: string, engine: unknown, stock: unknown) => boolean;
}

export interface FixtureOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A fixture made executable: the supergraph's text and each subgraph's schema. */
export interface ComposedFixture {
  readonly supergraphSdl: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@shareable", "@requires", "@external", "@provides", "@inaccessible", "@override", "@interfaceObject", "@tag", "@composeDirective"])\n`;

/** Composes a fixture; throws with the composition's own words when the subgraphs do not fit. */
export function composeFixture(fixture: SupergraphFixture): ComposedFixture {
  const entries = Object.entries(fixture.subgraphs);
  const documents = entries.map(([name, { sdl, resolvers }]) => ({ name, resolvers, typeDefs: parse(LINK + sdl) }));
  const composed = composeServices(
    documents.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}.invalid/` })),
  );
  if (composed.supergraphSdl === undefined) {
    throw new Error(`${fixture.name}: ${composed.errors?.map((error) => error.message).join("; ") ?? "no supergraph"}`);
  }
  const schemas = documents.map(({ name, typeDefs, resolvers }): [string, GraphQLSchema] => [
    name,
    buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]),
  ]);
  return { supergraphSdl: composed.supergraphSdl, schemas: new Map(schemas) };
}

/** The row of `rows` with this value under `key`. */
export function findBy<Row extends object>(rows: readonly Row[], key: keyof Row, value: unknown): Row | null {
  const row = rows.find((candidate) => candidate[key] === value);
  return row === undefined ? null : { ...row };
}
