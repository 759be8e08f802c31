import type { SupergraphFixture } from "../supergraph-fixture.js";

const prices = new Map([
  ["a", 100],
  ["b", 20],
]);
const orders = [
  {
    id: "1",
    lines: [
      { count: 2, item: { code: "a" } },
      { count: 1, item: { code: "b" } },
    ],
  },
  { id: "2", lines: [] },
  { id: "3", lines: [{ count: 3, item: { code: "b" } }] },
];

interface Line {
  readonly count: number;
  readonly item: { readonly price: number };
}

const sum = ({ lines }: { lines: readonly Line[] }): number =>
  lines.reduce((total, { count, item }) => total + count * item.price, 0);

/** One field required with different arguments by objects that stand one below the other. */
export const requiresBelow: SupergraphFixture = {
  name: "requires-below",
  subgraphs: {
    orders: {
      sdl: `type Query { orders: [Order!]! }
        type Order @key(fields: "id") { id: ID! lines: [Line!]! }
        type Line { item: Item! count: Int! }
        type Item @key(fields: "code") { code: ID! }`,
      resolvers: { Query: { orders: () => orders } },
    },
    prices: {
      sdl: `type Item @key(fields: "code") { code: ID! price(currency: String = "CNY"): Int! }`,
      resolvers: {
        Item: {
          __resolveReference: async (ref: object) => ref,
          price: ({ code }: { code: string }, { currency }: { currency: string }) =>
            (prices.get(code) ?? 0) * (currency === "CNY" ? 7 : 1),
        },
      },
    },
    billing: {
      sdl: `type Order @key(fields: "id") { id: ID! lines: [Line!]! @external
          abroad: Int @requires(fields: "lines { count item { price(currency: \\"USD\\") } }")
          home: Int @requires(fields: "lines { count item { price } }") }
        type Line { item: Item! @external count: Int! @external }
        type Item @key(fields: "code") { code: ID! price(currency: String = "CNY"): Int! @external
          label: String @requires(fields: "price(currency: \\"CNY\\")") }`,
      resolvers: {
        Order: {
          __resolveReference: async (ref: { id: string }) => (ref.id === "2" ? null : ref),
          abroad: sum,
          home: sum,
        },
        Item: {
          __resolveReference: async (ref: object) => ref,
          label: ({ price }: { price: number }) => {
            if (price === 140) {
              throw new Error("unlabelled");
            }
            return `${price} yuan`;
          },
        },
      },
    },
  },
  // The planner asks for a required field once, whatever the arguments; one use alone is right.
  stockIsWrong: (query) =>
    [/\babroad\b/, /\bhome\b/, /\blabel\b/, /\bprice\b/].filter((use) => use.test(query)).length > 1,
  operations: [
    { query: "{ orders { id lines { count item { code } } } }" },
    { query: "{ orders { lines { item { label } } } }" },
  ],
};
