import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const products = [
  {
    upc: "1",
    price: 100,
    weight: 10,
    size: { width: 2, height: 3 },
    parts: [
      { id: "a", mass: 1 },
      { id: "b", mass: 2 },
    ],
  },
  { upc: "2", price: 1200, weight: 20, size: null, parts: [] },
  { upc: "3", price: null, weight: 5, size: { width: 1, height: 1 }, parts: [{ id: "c", mass: 7 }] },
];

interface Shipped {
  upc: string;
  price: number | null;
  weight: number;
  size?: { width: number; height: number } | null;
  parts?: { mass: number }[];
  shipping?: number | null;
}

/** @requires over a chain of subgraphs, with nested selections and lists. */
export const requiresChain: SupergraphFixture = {
  name: "requires-chain",
  subgraphs: {
    catalog: {
      sdl: `
        type Query { products: [Product!]! product(upc: ID!): Product }
        type Product @key(fields: "upc") { upc: ID! price: Int weight: Int! size: Size parts: [Part!]! }
        type Size @shareable { width: Int! height: Int! }
        type Part @key(fields: "id") { id: ID! mass: Int! }`,
      resolvers: {
        Query: {
          products: () => products,
          product: (_: unknown, { upc }: { upc: string }) => findBy(products, "upc", upc),
        },
        Product: { __resolveReference: async (ref: { upc: string }) => findBy(products, "upc", ref.upc) },
        Part: {
          __resolveReference: async (ref: { id: string }) =>
            products.flatMap((row) => row.parts).find((part) => part.id === ref.id),
        },
      },
    },
    shipping: {
      sdl: `
        type Query { cheapest: Product }
        type Product @key(fields: "upc") {
          upc: ID! price: Int @external weight: Int! @external size: Size @external parts: [Part!]! @external
          shipping: Int @requires(fields: "price weight")
          volume: Int @requires(fields: "size { width height }")
          mass: Int! @requires(fields: "parts { mass }")
        }
        type Size @shareable { width: Int! height: Int! }
        type Part @key(fields: "id") { id: ID! mass: Int! @external }`,
      resolvers: {
        Query: { cheapest: () => ({ upc: "1" }) },
        Product: {
          __resolveReference: async (ref: Shipped) => ref,
          shipping: ({ price, weight }: Shipped) => (price === null ? null : price > 1000 ? 0 : weight * 2),
          volume: ({ size }: Shipped) => (size ? size.width * size.height : null),
          mass: ({ parts }: Shipped) => (parts ?? []).reduce((sum, part) => sum + part.mass, 0),
        },
      },
    },
    advice: {
      sdl: `
        type Product @key(fields: "upc") {
          upc: ID! shipping: Int @external volume: Int @external
          advice: String @requires(fields: "shipping volume")
        }`,
      resolvers: {
        Product: {
          __resolveReference: async (ref: object) => ref,
          advice: ({ shipping, volume }: { shipping: number | null; volume: number | null }) => `${shipping}/${volume}`,
        },
      },
    },
    basket: {
      sdl: `
        type Query { basket: [Line!]! }
        type Line { amount: Int! product: Product! }
        type Product @key(fields: "upc") { upc: ID! advice: String @external label: String! @requires(fields: "advice") }`,
      resolvers: {
        Query: {
          basket: () => [
            { amount: 2, product: { upc: "1" } },
            { amount: 1, product: { upc: "3" } },
            { amount: 4, product: { upc: "1" } },
          ],
        },
        Product: {
          __resolveReference: async (ref: object) => ref,
          label: ({ advice }: { advice: string | null }) => `ship: ${advice}`,
        },
      },
    },
  },
  // Entering at `cheapest`, the planner asks the shipping subgraph for what it cannot know yet; and it asks for fields
  // that require different things together, so that what one of them lacks takes the others too.
  stockIsWrong: (query, engine, stock) =>
    /advice|label/.test(query) && (/cheapest/.test(query) || (stock === null && engine !== null)),
  operations: [
    { query: "{ products { shipping } }" },
    { query: "{ products { upc advice mass volume } }" },
    { query: "{ basket { amount product { label price parts { mass } } } }" },
    { query: "{ cheapest { label shipping advice size { width } } product(upc: 3) { label mass } }" },
    {
      query: "query ($with: Boolean!) { basket { product { label @include(if: $with) shipping @skip(if: $with) } } }",
      variables: { with: false },
    },
    {
      query: "query ($with: Boolean!) { basket { product { label @include(if: $with) shipping @skip(if: $with) } } }",
      variables: { with: true },
    },
  ],
};
