import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const media = [
  { __typename: "Book", id: "1", title: "红楼梦", pages: 1200, author: "曹雪芹" },
  { __typename: "Film", id: "2", title: "英雄", minutes: 99, director: { id: "d1", name: "张艺谋" } },
  { __typename: "Book", id: "3", title: "三体", pages: 400, author: "刘慈欣" },
];

/** @interfaceObject: a subgraph adds fields to every implementation of an interface it knows as one object. */
export const interfaceObject: SupergraphFixture = {
  name: "interface-object",
  subgraphs: {
    library: {
      sdl: `type Query { shelf: [Media!]! medium(id: ID!): Media books: [Book!]! }
        interface Media @key(fields: "id") { id: ID! title: String! }
        type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! author: String }
        type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! director: Person }
        type Person { id: ID! name: String! }`,
      resolvers: {
        Query: {
          shelf: () => media,
          medium: (_: unknown, { id }: { id: string }) => findBy(media, "id", id),
          books: () => media.filter((row) => row.__typename === "Book"),
        },
        Media: {
          __resolveReference: async (ref: { id: string }) => findBy(media, "id", ref.id),
          __resolveType: (row: { __typename: string }) => row.__typename,
        },
        Book: { __resolveReference: async (ref: { id: string }) => findBy(media, "id", ref.id) },
        Film: { __resolveReference: async (ref: { id: string }) => findBy(media, "id", ref.id) },
      },
    },
    ratings: {
      sdl: `type Query { topRated: [Media!]! }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Float! reviews(first: Int = 2): [Review!]! }
        type Review { score: Int! of: Media }`,
      resolvers: {
        Query: { topRated: () => [{ id: "3" }, { id: "2" }] },
        Media: {
          __resolveReference: async (ref: object) => ref,
          stars: ({ id }: { id: string }) => Number(id) + 0.5,
          reviews: ({ id }: { id: string }, { first }: { first: number }) =>
            [1, 2, 3].slice(0, first).map((score) => ({ score, of: { id: String(((Number(id) + score) % 3) + 1) } })),
        },
      },
    },
  },
  // It forgets the type of an object when an @interfaceObject subgraph answers for it, and nulls or empties it.
  stockIsWrong: (query, engine, stock) =>
    JSON.stringify(engine).length > JSON.stringify(stock).length && query.includes("__typename"),
  operations: [
    { query: "{ shelf { id title stars } }" },
    {
      query:
        "{ topRated { __typename title stars ... on Book { pages author } ... on Film { minutes director { name } } } }",
    },
    { query: "{ books { title stars reviews(first: 1) { score of { __typename title } } } }" },
    {
      query:
        "query ($id: ID!, $n: Int) { medium(id: $id) { reviews(first: $n) { of { id ... on Film { minutes } stars } } } }",
      variables: { id: "1", n: 3 },
    },
    { query: "{ topRated { id stars } }" },
  ],
};
