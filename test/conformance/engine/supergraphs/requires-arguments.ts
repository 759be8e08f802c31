import type { SupergraphFixture } from "../supergraph-fixture.js";

/** Two uses of one field with different arguments inside @requires. */
export const requiresArguments: SupergraphFixture = {
  name: "requires-arguments",
  subgraphs: {
    catalog: {
      sdl: `type Query { products: [Product!]! }
        type Product @key(fields: "upc") { upc: ID! makers(first: Int!): [Maker!]! price(currency: String!): Int! name(language: String = "zh"): String }
        type Maker @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { products: () => [{ upc: "1" }, { upc: "2" }] },
        Product: {
          __resolveReference: async (ref: object) => ref,
          makers: ({ upc }: { upc: string }, { first }: { first: number }) =>
            ["p", "q", "r"].slice(0, first).map((id) => ({ id: `${id}${upc}` })),
          price: ({ upc }: { upc: string }, { currency }: { currency: string }) =>
            Number(upc) * (currency === "CNY" ? 700 : 100),
          name: ({ upc }: { upc: string }, { language }: { language: string }) => `${language}-${upc}`,
        },
      },
    },
    makers: {
      sdl: `type Maker @key(fields: "id") { id: ID! country: String! }`,
      resolvers: {
        Maker: {
          __resolveReference: async (ref: object) => ref,
          country: ({ id }: { id: string }) => `country of ${id}`,
        },
      },
    },
    shipping: {
      sdl: `type Maker @key(fields: "id") { id: ID! country: String! @external }
        type Product @key(fields: "upc") { upc: ID!
          price(currency: String!): Int! @external name(language: String = "zh"): String @external
          makers(first: Int!): [Maker!]! @external
          origin: String @requires(fields: "makers(first: 3) { country }")
          home: Int @requires(fields: "price(currency: \\"CNY\\")")
          abroad: Int @requires(fields: "price(currency: \\"USD\\")")
          label: String @requires(fields: "name(language: \\"en\\") price(currency: \\"USD\\")") }`,
      resolvers: {
        Product: {
          __resolveReference: async (ref: object) => ref,
          origin: ({ makers }: { makers: { country: string }[] }) => makers.map((maker) => maker.country).join(),
          home: ({ price }: { price: number }) => price + 1,
          abroad: ({ price }: { price: number }) => price + 2,
          label: ({ price, name }: { price: number; name: string }) => `${name}:${price}`,
        },
      },
    },
  },
  // The planner asks for a required field once, whatever the arguments; one use alone is right.
  stockIsWrong: (query) =>
    (/\bhome\b/.test(query) ? /\b(abroad|label|price|name)\b/ : /\b(price|name)\b/).test(query) ||
    /\bmakers\b/.test(query),
  operations: [
    { query: "{ products { home } }" },
    { query: "{ products { abroad label } }" },
    { query: "{ products { origin } }" },
  ],
};
