import type { SupergraphFixture } from "../supergraph-fixture.js";

const titles: Readonly<Record<string, string>> = { s1: "兰亭序", s2: "Farewell", m1: "County map", v1: "Blue vase" };
const types: Readonly<Record<string, string>> = { s: "Scroll", m: "Map", v: "Vase" };
const piece = (id: string): Piece => ({ __typename: types[id[0] ?? ""] ?? "", id, title: titles[id] });

interface Piece {
  readonly __typename: string;
  readonly id: string;
  readonly title: string | undefined;
}

const find = { __resolveReference: async ({ id }: { id: string }) => piece(id) };
const Piece = { __resolveType: ({ __typename }: Piece) => __typename };

/** Two subgraphs answer the same places of a union of which each knows other members. */
export const unionOverlap: SupergraphFixture = {
  name: "union-overlap",
  subgraphs: {
    museum: {
      sdl: `type Query { hall: Hall @shareable }
        union Piece = Scroll | Vase
        type Hall @key(fields: "id") { id: ID! centre: Piece @shareable door: Scroll @shareable back: Scroll @shareable empty: Piece @shareable wall: [Piece] @shareable corner: Piece twin: Hall @shareable }
        type Scroll @key(fields: "id") { id: ID! title: String @shareable age(unit: String = "years"): String! }
        type Vase @key(fields: "id") { id: ID! title: String @shareable age: String! }`,
      resolvers: {
        Query: { hall: () => ({ id: "h1" }) },
        Hall: {
          __resolveReference: async (ref: object) => ref,
          centre: () => piece("s1"),
          door: () => piece("s1"),
          // A map is nothing to the museum.
          back: () => null,
          empty: () => null,
          wall: () => [piece("s1"), null, piece("s2")],
          corner: () => piece("s2"),
          twin: () => ({ id: "h2" }),
        },
        Piece,
        Scroll: { ...find, age: ({ id }: Piece, { unit }: { unit: string }) => `age of ${id} in ${unit}` },
        Vase: { ...find, age: ({ id }: Piece) => `age of ${id}` },
      },
    },
    library: {
      sdl: `type Query { hall: Hall @shareable }
        union Piece = Scroll | Map
        type Hall @key(fields: "id") { id: ID! centre: Piece @shareable door: Piece @shareable back: Piece @shareable empty: Piece @shareable wall: [Piece] @shareable desk: Piece twin: Hall @shareable }
        type Scroll @key(fields: "id") { id: ID! title: String @shareable words: String! }
        type Map @key(fields: "id") { id: ID! title: String @shareable words: String! }`,
      resolvers: {
        Query: { hall: () => ({ id: "h1" }) },
        Hall: {
          __resolveReference: async (ref: object) => ref,
          centre: () => piece("s1"),
          door: () => piece("s1"),
          back: () => piece("m1"),
          empty: () => null,
          wall: () => [piece("s1"), null, piece("s2")],
          desk: () => piece("m1"),
          twin: () => ({ id: "h2" }),
        },
        Piece,
        Scroll: { ...find, words: ({ id }: Piece) => `words of ${id}` },
        Map: { ...find, words: ({ id }: Piece) => `words of ${id}` },
      },
    },
  },
  // It nulls what the planner leaves out without saying so.
  stockIsWrong: (query) => /\b(corner|desk|door|back|centre|empty|wall)\b/.test(query),
  operations: [
    { query: "{ hall { id centre { ... on Scroll { title age words } } } }" },
    { query: "{ hall { door { ... on Scroll { age words } } corner { ... on Scroll { age words } } } }" },
  ],
};
