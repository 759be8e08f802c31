import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const rows = [
  { id: "1", p: "a.1", q: "a.2", composite: { one: "x", two: "y", three: "z" } },
  { id: "2", p: "b.1", q: "b.2", composite: { one: "k", two: "l", three: "m" } },
];
type Row = (typeof rows)[number];

/** A type with many keys, of which each subgraph knows some. */
export const keysMashup: SupergraphFixture = {
  name: "keys-mashup",
  subgraphs: {
    first: {
      sdl: `
        type Query { all: [Unit!]! }
        type Unit @key(fields: "id") @key(fields: "p") @key(fields: "q") @key(fields: "composite { one two }") {
          id: ID! p: ID! q: ID! composite: Composite! name: String! }
        type Composite { one: ID! two: ID! three: ID! @shareable }`.replace(
        "one: ID! two: ID!",
        "one: ID! @shareable two: ID! @shareable",
      ),
      resolvers: {
        Query: { all: () => rows },
        Unit: {
          __resolveReference: async (ref: Partial<Row>) =>
            rows.find(
              (row) =>
                row.id === ref.id || row.p === ref.p || row.q === ref.q || row.composite.one === ref.composite?.one,
            ) ?? null,
          name: ({ p }: Row) => `name of ${p}`,
        },
      },
    },
    second: {
      sdl: `
        type Query { box: Box }
        type Box @key(fields: "id") { id: ID! units: [Unit!]! }
        type Unit @key(fields: "composite { two three one }") {
          composite: Composite! name: String! @external inBox: String! @requires(fields: "name") }
        type Composite { one: ID! @shareable two: ID! @shareable three: ID! @shareable }`,
      resolvers: {
        Query: { box: () => ({ id: "100", units: rows.map(({ composite }) => ({ composite })) }) },
        Box: {
          __resolveReference: async (ref: object) => ref,
          units: () => rows.map(({ composite }) => ({ composite })),
        },
        Unit: {
          __resolveReference: async (ref: object) => ref,
          inBox: ({ name, composite }: { name?: string; composite: Row["composite"] }) =>
            `${name} in box as ${composite.three} ${findBy(rows, "composite", composite)?.id ?? ""}`,
        },
      },
    },
    third: {
      sdl: `type Unit @key(fields: "q") @key(fields: "p") { q: ID! p: ID! weight: Float }`,
      resolvers: {
        Unit: {
          __resolveReference: async (ref: object) => ref,
          weight: ({ p, q }: { p?: string; q?: string }) => (p ?? q ?? "").length,
        },
      },
    },
  },
  operations: [
    { query: "{ box { id units { id name inBox } } }" },
    { query: "{ box { units { weight composite { one } } } all { inBox weight } }" },
  ],
};
