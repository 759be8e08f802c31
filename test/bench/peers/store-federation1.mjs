/**
 * The store's subgraphs in the words of federation 1, which Mercurius composes itself; the same types and fields.
 *
 * Mercurius looks for @requires only where the first field of an extension has a directive: so that field comes first.
 */
export const federation1 = {
  accounts: `extend type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String birthday: Int }`,
  inventory: `extend type Product @key(fields: "upc") { shippingEstimate: Int @requires(fields: "price weight") inStock: Boolean
      upc: String! @external weight: Int @external price: Int @external }`,
  products: `extend type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    extend type User @key(fields: "id") { id: ID! @external username: String @external reviews: [Review] }
    extend type Product @key(fields: "upc") { upc: String! @external reviews: [Review] }`,
};
