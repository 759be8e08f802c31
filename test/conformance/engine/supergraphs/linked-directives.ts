import { getDirectiveValues, type DirectiveNode, type GraphQLResolveInfo } from "graphql";
import type { SupergraphFixture } from "../supergraph-fixture.js";

const compose = (...names: readonly string[]): string =>
  `extend schema @link(url: "https://signs.example/tone/v1.0", import: [${names.map((name) => `"@${name}"`).join()}]) ` +
  names.map((name) => `@composeDirective(name: "@${name}")`).join(" ");

function valueOf(name: string, info: GraphQLResolveInfo, directives: readonly DirectiveNode[] = []): string {
  const definition = info.schema.getDirective(name);
  const values = definition && getDirectiveValues(definition, { directives }, info.variableValues);
  return values === undefined || values === null ? "-" : Object.values(values).join("+");
}

/** The text with what the field's and the operation's directives said. */
const spoken = (text: string, info: GraphQLResolveInfo): string =>
  `${text} ${valueOf(
    "tone",
    info,
    info.fieldNodes.flatMap(({ directives }) => directives ?? []),
  )} ${valueOf("tone", info, info.operation.directives)}`;

const speaking =
  (text: string) =>
  (_: unknown, __: unknown, ___: unknown, info: GraphQLResolveInfo): string =>
    spoken(text, info);

const tellsSign = { sign: speaking("sign") };

/** Directives for clients that come by @link: one both subgraphs define, each with its own default or none. */
export const linkedDirectives: SupergraphFixture = {
  name: "linked-directives",
  subgraphs: {
    street: {
      sdl: `${compose("tone", "shelf")}
        directive @tone(level: Tone!, times: Int) on FIELD | QUERY | MUTATION | FRAGMENT_SPREAD | FRAGMENT_DEFINITION
        directive @shelf(depth: Int) on OBJECT
        enum Tone { SOFT LOUD }
        type Query { hello: String shops: [Shop] }
        type Mutation { open: Shop }
        type Shop @key(fields: "id") @shelf(depth: 2) { id: ID! sign: String }`,
      resolvers: {
        Query: {
          hello: speaking("hello"),
          shops: () => [{ id: "1" }, null],
        },
        Mutation: { open: () => ({ id: "1" }) },
        Shop: { __resolveReference: async (ref: object) => ref, ...tellsSign },
      },
    },
    trade: {
      sdl: `${compose("tone", "shelf")}
        directive @tone(level: Tone! = SOFT, times: Int = 1) on FIELD | QUERY | MUTATION | FRAGMENT_SPREAD | FRAGMENT_DEFINITION
        directive @shelf(depth: Int) on OBJECT
        enum Tone { SOFT LOUD }
        type Query { farewell: String }
        type Shop @key(fields: "id") { id: ID! sign: String @external motto: String label: String @requires(fields: "sign") }`,
      resolvers: {
        Query: { farewell: speaking("farewell") },
        Shop: {
          __resolveReference: async (ref: object) => ref,
          motto: speaking("motto"),
          label: ({ sign }: { sign: string }, _: unknown, __: unknown, info: GraphQLResolveInfo) =>
            spoken(`[${sign}]`, info),
        },
      },
    },
  },
  operations: [],
};

/** A directive that only one of the subgraphs defines. */
export const oneSidedDirective: SupergraphFixture = {
  name: "one-sided-directive",
  subgraphs: {
    street: {
      sdl: `${compose("tone")} directive @tone(level: Int = 3) on FIELD | QUERY
        type Query { hello: String shop: Shop }
        type Shop @key(fields: "id") { id: ID! sign: String }`,
      resolvers: {
        Query: {
          hello: speaking("hello"),
          shop: () => ({ id: "1" }),
        },
        Shop: tellsSign,
      },
    },
    trade: {
      sdl: `type Query { farewell: String } type Shop @key(fields: "id") { id: ID! motto: String }`,
      resolvers: {
        Query: { farewell: () => "farewell" },
        Shop: { __resolveReference: async (ref: object) => ref, motto: () => "motto" },
      },
    },
  },
  operations: [],
};
