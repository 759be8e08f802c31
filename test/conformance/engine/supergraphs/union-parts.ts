import type { SupergraphFixture } from "../supergraph-fixture.js";

const letter = { __typename: "Letter", text: "您好" };
const parcel = { __typename: "Parcel", id: "p1", grams: 500 };
const fax = { __typename: "Fax", pages: 2 };

/** A shareable field whose union has members only one of the subgraphs knows. */
export const unionParts: SupergraphFixture = {
  name: "union-parts",
  subgraphs: {
    post: {
      sdl: `type Query { desk: Desk }
        type Desk @key(fields: "id") { id: ID! tray: Tray @shareable }
        type Tray @shareable { items: [Item!]! }
        union Item = Letter | Parcel
        type Letter @shareable { text: String }
        type Parcel @key(fields: "id") { id: ID! grams: Int size(unit: String): Size }
        type Size { width: Int }`,
      resolvers: {
        Query: { desk: () => ({ id: "1" }) },
        Desk: { __resolveReference: async (ref: object) => ref, tray: () => ({ items: [letter, parcel] }) },
        Item: { __resolveType: (row: { __typename: string }) => row.__typename },
        Parcel: {
          __resolveReference: async () => parcel,
          size: (_: unknown, { unit }: { unit: string }) => ({ width: unit.length }),
        },
      },
    },
    prices: {
      sdl: `type Parcel @key(fields: "id") { id: ID! price(currency: String!): Int }`,
      resolvers: {
        Parcel: {
          __resolveReference: async (ref: object) => ref,
          price: (_: unknown, { currency }: { currency: string }) => currency.length * 10,
        },
      },
    },
    office: {
      sdl: `type Desk @key(fields: "id") { id: ID! tray: Tray @shareable faxes: Tray }
        type Tray @shareable { items: [Item!]! }
        union Item = Letter | Fax
        type Letter @shareable { text: String }
        type Fax { pages: Int }`,
      resolvers: {
        Desk: {
          __resolveReference: async (ref: object) => ref,
          tray: () => ({ items: [letter] }),
          faxes: () => ({ items: [letter, fax] }),
        },
        Item: { __resolveType: (row: { __typename: string }) => row.__typename },
      },
    },
  },
  // It nulls what the planner leaves out without saying so.
  stockIsWrong: (query) => /\bParcel\b/.test(query),
  operations: [
    { query: "{ desk { id faxes { items { __typename ... on Letter { text } ... on Fax { pages } } } } }" },
    { query: "{ desk { tray { items { __typename ... on Letter { text } } } } }" },
  ],
};
