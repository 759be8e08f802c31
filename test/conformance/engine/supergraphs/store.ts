import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const users = ["1", "2", "3"].map((id) => ({ id, name: `user ${id}`, birthday: 1990 + Number(id) }));
const products = ["a", "b", "c", "d"].map((upc, index) => ({
  upc,
  name: `product ${upc}`,
  price: index * 100,
  weight: index * 10,
}));
const reviews = Array.from({ length: 9 }, (_, index) => ({
  id: String(index),
  body: index === 4 ? null : `review ${index}`,
  author: String((index % 3) + 1),
  product: "abcd"[index % 4] as string,
}));
const stock: Readonly<Record<string, boolean>> = { a: true, b: false, c: true };

/** Accounts, inventory, products and reviews: the shape of the public gateway benchmarks. */
export const store: SupergraphFixture = {
  name: "store",
  subgraphs: {
    accounts: {
      sdl: `type Query { me: User user(id: ID!): User users: [User] }
        type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
      resolvers: {
        Query: {
          me: () => users[0],
          user: (_: unknown, { id }: { id: string }) => findBy(users, "id", id),
          users: () => users,
        },
        User: {
          __resolveReference: async ({ id }: { id: string }) => findBy(users, "id", id),
          username: ({ id }: { id: string }) => `u${id}`,
        },
      },
    },
    inventory: {
      sdl: `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
      resolvers: {
        Product: {
          __resolveReference: async (ref: object) => ref,
          inStock: ({ upc }: { upc: string }) => stock[upc] ?? null,
          shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
            price > 200 ? 0 : Math.round(weight * 0.5),
        },
      },
    },
    products: {
      sdl: `type Query { topProducts(first: Int = 3): [Product] }
        type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
      resolvers: {
        Query: { topProducts: (_: unknown, { first }: { first: number | null }) => products.slice(0, first ?? 3) },
        Product: { __resolveReference: async ({ upc }: { upc: string }) => findBy(products, "upc", upc) },
      },
    },
    reviews: {
      sdl: `type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
        type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
        type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
      resolvers: {
        Review: {
          __resolveReference: async ({ id }: { id: string }) => findBy(reviews, "id", id),
          author: ({ author }: { author: string }) => ({ id: author, username: `u${author}` }),
          product: ({ product }: { product: string }) => ({ upc: product }),
        },
        User: {
          __resolveReference: async (ref: object) => ref,
          reviews: ({ id }: { id: string }) => reviews.filter((row) => row.author === id),
        },
        Product: {
          __resolveReference: async (ref: object) => ref,
          reviews: ({ upc }: { upc: string }) => reviews.filter((row) => row.product === upc),
        },
      },
    },
  },
  operations: [
    {
      query:
        "{ me { name reviews { body product { name inStock shippingEstimate reviews { author { username name } } } } } }",
    },
    {
      query: `fragment U on User { id username name } fragment R on Review { id body } fragment P on Product { inStock name price shippingEstimate upc weight }
        query Big { users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
          topProducts { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } }`,
    },
    {
      query: "query ($n: Int) { topProducts(first: $n) { name } all: topProducts(first: 9) { reviews { id } } }",
      variables: { n: 1 },
    },
    { query: "query ($n: Int) { topProducts(first: $n) { name reviews { author { birthday } } } __typename }" },
  ],
};
