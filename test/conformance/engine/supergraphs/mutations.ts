import type { SupergraphFixture } from "../supergraph-fixture.js";

let log: string[] = [];

/** Mutations run one after another, also when they belong to different subgraphs. */
export const mutations: SupergraphFixture = {
  name: "mutations",
  subgraphs: {
    orders: {
      sdl: `type Query { orders: [Order!]! }
        type Mutation { reset: Boolean! add(item: String!): Order! fail: Order }
        type Order @key(fields: "id") { id: ID! item: String! log: [String!]! }`,
      resolvers: {
        Query: { orders: () => [] },
        Mutation: {
          reset: () => {
            log = [];
            return true;
          },
          add: (_: unknown, { item }: { item: string }) => {
            log.push(`add ${item}`);
            return { id: item, item, log: [...log] };
          },
          fail: () => {
            throw new Error("no");
          },
        },
        Order: { __resolveReference: async ({ id }: { id: string }) => ({ id, item: id, log: [] }) },
      },
    },
    payments: {
      sdl: `type Query { paid: Int }
        type Mutation { pay(amount: Int!): Payment }
        type Payment { amount: Int! order: Order! log: [String!]! }
        type Order @key(fields: "id") { id: ID! due: Int! }`,
      resolvers: {
        Query: { paid: () => 0 },
        Mutation: {
          pay: (_: unknown, { amount }: { amount: number }) => {
            log.push(`pay ${amount}`);
            return { amount, order: { id: String(amount) }, log: [...log] };
          },
        },
        Order: { __resolveReference: async (ref: object) => ref, due: ({ id }: { id: string }) => id.length },
      },
    },
  },
  reset: () => {
    log = [];
  },
  operations: [
    {
      query:
        'mutation { reset add(item: "a") { log due } pay(amount: 5) { log order { item due } } second: add(item: "b") { log id due } }',
    },
    {
      query:
        "mutation ($item: String!) { reset x: add(item: $item) { item } fail { id } pay(amount: 1) { amount log } __typename }",
      variables: { item: "z" },
    },
  ],
};
