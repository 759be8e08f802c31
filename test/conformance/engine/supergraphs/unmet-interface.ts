import type { SupergraphFixture } from "../supergraph-fixture.js";

/** An interface no type implements where it is returned: its fields stand in a subgraph that cannot be reached. */
export const unmetInterface: SupergraphFixture = {
  name: "unmet-interface",
  subgraphs: {
    archive: {
      sdl: `type Query { lost: Entry count: Int! }
        interface Entry @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { lost: () => ({ __typename: "Entry", id: "1" }), count: () => 7 } },
    },
    notes: {
      sdl: `type Query { found: Entry }
        type Entry @key(fields: "id") @interfaceObject { id: ID! note: String }`,
      resolvers: {
        Query: { found: () => ({ id: "1", note: "旧信" }) },
        Entry: { __resolveReference: async (ref: object) => ({ ...ref, note: "旧信" }) },
      },
    },
  },
  operations: [{ query: "{ found { id note } count }" }],
};
