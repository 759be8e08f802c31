import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const users = [
  { id: "1", name: "Ada", email: "ada@example.org" },
  { id: "2", name: "Alan", email: "alan@example.org" },
];
const reviews = [
  { id: "r1", body: "good", user: "1", stars: 5 },
  { id: "r2", body: "bad", user: "2", stars: 1 },
  { id: "r3", body: null, user: "9", stars: 3 },
];
const withUser = (review: (typeof reviews)[number]) => ({
  ...review,
  author: { id: review.user, name: findBy(users, "id", review.user)?.name ?? "unknown" },
});

/** @provides: a field is there on one path only, and elsewhere its owner is asked. */
export const provides: SupergraphFixture = {
  name: "provides",
  subgraphs: {
    accounts: {
      sdl: `type Query { me: User users: [User!]! }
        type User @key(fields: "id") { id: ID! name: String @shareable email: String }`,
      resolvers: {
        Query: { me: () => users[0], users: () => users },
        User: { __resolveReference: async (ref: { id: string }) => findBy(users, "id", ref.id) },
      },
    },
    reviews: {
      sdl: `type Query { latest: [Review!]! best: Review }
        type Review @key(fields: "id") { id: ID! body: String stars: Int! author: User @provides(fields: "name") plainAuthor: User }
        type User @key(fields: "id") { id: ID! name: String @external reviews: [Review!]! }`,
      resolvers: {
        Query: { latest: () => reviews.map(withUser), best: () => withUser(reviews[0] as (typeof reviews)[number]) },
        Review: {
          __resolveReference: async (ref: { id: string }) =>
            reviews.filter((row) => row.id === ref.id).map(withUser)[0] ?? null,
          plainAuthor: (review: { user: string }) => ({ id: review.user }),
        },
        User: {
          __resolveReference: async (ref: { id: string }) => ({ id: ref.id }),
          reviews: ({ id }: { id: string }) => reviews.filter((row) => row.user === id).map(withUser),
        },
      },
    },
  },
  operations: [
    { query: "{ latest { body author { name } } }" },
    { query: "{ latest { author { name email } plainAuthor { name email } } }" },
    {
      query:
        "{ me { name reviews { author { name reviews { stars plainAuthor { email } } } } } best { author { email } } }",
    },
  ],
};
