import { products, reviews, users } from "./data.js";

/** One subgraph of the store: its schema's text and resolvers. */
export interface StoreSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@shareable", "@requires", "@external", "@provides"])\n`;

const firstReviews = reviews.slice(0, 2);
const author = { id: "1", username: users[0]?.username };

/** The four subgraphs of the public gateway benchmarks. */
export const storeSubgraphs: readonly StoreSubgraph[] = [
  {
    name: "accounts",
    sdl: `${LINK} type Query { me: User user(id: ID!): User users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: {
      Query: {
        me: () => users[0],
        user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
        users: () => users,
      },
      User: { __resolveReference: ({ id }: { id: string }) => ({ ...users.find((user) => user.id === id) }) },
    },
  },
  {
    name: "inventory",
    sdl: `${LINK} type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external
        inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        __resolveReference: (reference: object) => reference,
        inStock: ({ upc }: { upc: string }) => Number(upc) % 3 !== 0,
        shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
          price > 1000 ? 0 : Math.round(weight * 0.5),
      },
    },
  },
  {
    name: "products",
    sdl: `${LINK} type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number | null }) => products.slice(0, first ?? 5) },
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => ({ ...products.find((product) => product.upc === upc) }),
      },
    },
  },
  {
    name: "reviews",
    sdl: `${LINK} type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: {
        __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id),
        author: () => author,
      },
      User: { __resolveReference: ({ id }: { id: string }) => ({ id }), reviews: () => firstReviews },
      Product: {
        __resolveReference: ({ upc }: { upc: string }) => ({ upc }),
        reviews: ({ upc }: { upc: string }) => reviews.filter((review) => review.product.upc === upc),
      },
    },
  },
];

/** The two operations measured: about 5 kB and about 90 kB of answer. */
export const operations = {
  small: `query Small { topProducts { upc name price inStock shippingEstimate reviews { id body author { id username name } } } }`,
  big: `fragment User on User { id username name }
    fragment Review on Review { id body }
    fragment Product on Product { inStock name price shippingEstimate upc weight }
    query Big {
      users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
      topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
    }`,
} as const;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly OperationName[];
