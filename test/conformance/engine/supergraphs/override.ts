import type { SupergraphFixture } from "../supergraph-fixture.js";

/** @override: a field moved from one subgraph to another is asked where it lives now. */
export const override: SupergraphFixture = {
  name: "override",
  subgraphs: {
    old: {
      sdl: `type Query { bills: [Bill!]! }
        type Bill @key(fields: "id") { id: ID! amount: Int! state: State! note: String }
        type State @shareable { code: String! }`,
      resolvers: {
        Query: {
          bills: () => [
            { id: "1", amount: -1, state: { code: "OLD" }, note: "n" },
            { id: "2", amount: -2, state: { code: "OLD" }, note: null },
          ],
        },
        Bill: {
          __resolveReference: async ({ id }: { id: string }) => ({
            id,
            amount: -1,
            state: { code: "OLD" },
            note: "ref",
          }),
        },
      },
    },
    new: {
      sdl: `type Bill @key(fields: "id") { id: ID! amount: Int! @override(from: "old") state: State! @override(from: "old") payer: String }
        type State @shareable { code: String! }
        type Query { newest: Bill }`,
      resolvers: {
        Query: { newest: () => ({ id: "2" }) },
        Bill: {
          __resolveReference: async (ref: object) => ref,
          amount: ({ id }: { id: string }) => Number(id) * 100,
          state: () => ({ code: "NEW" }),
          payer: () => null,
        },
      },
    },
  },
  operations: [
    { query: "{ bills { id amount state { code } note payer } newest { amount note } }" },
    { query: "{ bills { note } }" },
  ],
};
