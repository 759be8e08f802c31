import type { SupergraphFixture } from "../supergraph-fixture.js";

const shapes = [
  { __typename: "Circle", id: "1", measure: 0 },
  { __typename: "Square", id: "2", measure: "" },
  { __typename: "Line", id: "3", measure: false },
];

/** Union members whose fields share a name and differ in type: subgraphs are asked under aliases. */
export const aliases: SupergraphFixture = {
  name: "aliases",
  subgraphs: {
    shapes: {
      sdl: `type Query { shapes: [Shape!]! }
        union Shape = Circle | Square | Line
        type Circle @key(fields: "id") { id: ID! measure: Int! next: Circle }
        type Square @key(fields: "id") { id: ID! measure: String! next: [Square!] }
        type Line @key(fields: "id") { id: ID! measure: Boolean }`,
      resolvers: {
        Query: { shapes: () => shapes },
        Shape: { __resolveType: (row: { __typename: string }) => row.__typename },
        Circle: {
          __resolveReference: async (ref: object) => ({ ...ref, measure: 5 }),
          next: () => ({ id: "9", measure: 1 }),
        },
        Square: {
          __resolveReference: async (ref: object) => ({ ...ref, measure: "s" }),
          next: () => [{ id: "8", measure: "x" }],
        },
        Line: { __resolveReference: async (ref: object) => ({ ...ref, measure: null }) },
      },
    },
    paint: {
      sdl: `type Circle @key(fields: "id") { id: ID! colour: String coats: Int! }
        type Square @key(fields: "id") { id: ID! colour: [String!]! coats: Float }
        type Line @key(fields: "id") { id: ID! colour: Boolean }`,
      resolvers: {
        Circle: { __resolveReference: async (ref: object) => ref, colour: () => "red", coats: () => 0 },
        Square: { __resolveReference: async (ref: object) => ref, colour: () => ["red", "blue"], coats: () => 0.5 },
        Line: { __resolveReference: async (ref: object) => ref, colour: () => false },
      },
    },
  },
  operations: [
    {
      query:
        "{ shapes { __typename ... on Circle { id c: colour } ... on Square { s: colour next { coats } } ... on Line { l: colour } } }",
    },
    { query: "{ shapes { kind: __typename ... on Circle { constructor: measure toString: colour } } }" },
  ],
};
