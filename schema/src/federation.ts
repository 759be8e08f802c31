import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import { parse } from "graphql";
import type { BuildSchemaOptions } from "type-graphql";
import { buildSchema, createResolversMap } from "type-graphql";
import { directResolvers } from "./resolvers/direct-resolvers.js";
import { resolveEntitiesDirectly } from "./resolvers/entities.js";
import { markPlainFields } from "./resolvers/plain-fields.js";

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@requires", "@external", "@provides", "@inaccessible", "@tag", "@override", "@cost", "@listSize"]
)
`;

/** Scalars that only travel between subgraphs: hidden from clients. TypeGraphQL cannot put directives on scalars. */
const INTERNAL_SCALARS = /^scalar (FactTable|MeasureSet|NameTable|PaymentTable|TaskTable)$/gm;

/** Resolves a reference `{ __typename, ...key, ...required }` to the entity; null when there is no such row. */
export type ReferenceResolver<C> = (reference: never, context: C, info: GraphQLResolveInfo) => unknown;

/** An executable subgraph schema with its printed SDL. */
export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

type ResolverMap = Record<string, Record<string, unknown>>;

/** TypeGraphQL classes to a Federation 2 subgraph: schema and SDL, ready to print, compose and execute. */
export async function buildFederatedSchema<C>(
  options: Omit<BuildSchemaOptions, "skipCheck">,
  references: Readonly<Record<string, ReferenceResolver<C>>>,
): Promise<FederatedSchema> {
  const all: BuildSchemaOptions = { validate: false, ...options, skipCheck: true };
  markPlainFields(all);
  const plain = await buildSchema(all);
  const resolvers = createResolversMap(plain) as ResolverMap;
  for (const [type, direct] of Object.entries(directResolvers(all))) {
    if (type in resolvers) resolvers[type] = { ...resolvers[type], ...direct };
  }
  for (const [type, resolve] of Object.entries(references)) {
    // An async function turns a throw into one null entity; a synchronous throw would null every entity of the request.
    const resolveReference = async (reference: never, context: C, info: GraphQLResolveInfo) =>
      resolve(reference, context, info);
    resolvers[type] = { ...resolvers[type], __resolveReference: resolveReference };
  }
  const sdl = LINK + printSchemaWithDirectives(plain).replace(INTERNAL_SCALARS, "scalar $1 @inaccessible");
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  resolveEntitiesDirectly(schema, references);
  return { schema, sdl: `${sdl.trim()}\n` };
}
