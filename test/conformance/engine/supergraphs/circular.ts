import type { SupergraphFixture } from "../supergraph-fixture.js";

const follows: Readonly<Record<string, readonly string[]>> = { "1": ["2", "3"], "2": ["1"], "3": ["3", "9"] };

/** Types of two subgraphs that refer to each other and to themselves, so that the same entity comes by many paths. */
export const circular: SupergraphFixture = {
  name: "circular",
  subgraphs: {
    people: {
      sdl: `type Query { person(id: ID!): Person people: [Person!]! }
        type Person @key(fields: "id") { id: ID! name: String! follows: [Person!]! posts: [Post!]! best: Post }
        type Post @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          person: (_: unknown, { id }: { id: string }) => ({ id }),
          people: () => ["1", "2", "3"].map((id) => ({ id })),
        },
        Person: {
          __resolveReference: async ({ id }: { id: string }) => (id === "9" ? null : { id }),
          name: ({ id }: { id: string }) => `person ${id}`,
          follows: ({ id }: { id: string }) => (follows[id] ?? []).map((other) => ({ id: other })),
          posts: ({ id }: { id: string }) => [{ id: `p${id}` }, { id: "p1" }],
          best: ({ id }: { id: string }) => (id === "2" ? null : { id: `p${id}` }),
        },
      },
    },
    posts: {
      sdl: `type Query { posts: [Post!]! }
        type Post @key(fields: "id") { id: ID! text(upper: Boolean): String! author: Person! likers: [Person] replyTo: Post }
        type Person @key(fields: "id") { id: ID! liked: [Post!]! }`,
      resolvers: {
        Query: { posts: () => ["p1", "p2", "p3"].map((id) => ({ id })) },
        Post: {
          __resolveReference: async (ref: object) => ref,
          text: ({ id }: { id: string }, { upper }: { upper?: boolean }) =>
            upper === true ? `TEXT ${id}` : `text ${id}`,
          author: ({ id }: { id: string }) => ({ id: id.slice(1) }),
          likers: () => [{ id: "1" }, null, { id: "2" }],
          replyTo: ({ id }: { id: string }) => (id === "p1" ? null : { id: "p1" }),
        },
        Person: {
          __resolveReference: async (ref: object) => ref,
          liked: ({ id }: { id: string }) => [{ id: `p${id}` }, { id: "p3" }],
        },
      },
    },
  },
  operations: [
    { query: "{ people { name posts { text author { name best { text } } } } }" },
    {
      query:
        "{ posts { author { name follows { name liked { text likers { name liked { text } } } } } replyTo { author { best { likers { name } } } } } }",
    },
    {
      query:
        "{ person(id: 1) { ...P follows { ...P follows { ...P } } } } fragment P on Person { name liked { text(upper: true) author { name } } posts { text } }",
    },
    {
      query:
        "{ person(id: 1) { a: liked { text(upper: true) author { id } } b: liked { text author { name } } posts { text(upper: false) } } }",
    },
  ],
};
