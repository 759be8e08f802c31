import type { SupergraphFixture } from "../supergraph-fixture.js";

const poem = { __typename: "Poem", id: "1", title: "静夜思", lines: 4 };
const song = { __typename: "Song", id: "2", title: "茉莉花", key: "F" };
const award = { name: "金奖" };

/** A field that is one object type in one subgraph and a union in another: clients see the union. */
export const sharedTypes: SupergraphFixture = {
  name: "shared-types",
  subgraphs: {
    library: {
      sdl: `type Query { best: Poem @shareable works: [Work!]! page: Page @shareable }
        union Work = Poem | Song
        type Page { top: Poem @shareable }
        type Poem @key(fields: "id") { id: ID! title: String! @shareable lines: Int! }
        type Song @key(fields: "id") { id: ID! title: String! @shareable key: String! }`,
      resolvers: {
        Query: { best: () => poem, works: () => [poem, song], page: () => ({ top: poem }) },
        Poem: { __resolveReference: async () => poem },
        Song: { __resolveReference: async () => song },
        Work: { __resolveType: (row: { __typename: string }) => row.__typename },
      },
    },
    awards: {
      sdl: `type Query { best: Work @shareable awards: [Award] page: Page @shareable }
        union Work = Poem | Award
        type Page { top: Work @shareable }
        type Poem { title: String! @shareable }
        type Award { name: String! }`,
      resolvers: {
        Query: { best: () => poem, awards: () => [award], page: () => ({ top: poem }) },
        Work: { __resolveType: (row: { __typename: string }) => row.__typename },
      },
    },
  },
  // It does not ask for the type of an object whose subgraph knows only one, and then leaves its fields out.
  stockIsWrong: (query, engine, stock) => JSON.stringify(engine).length > JSON.stringify(stock).length,
  operations: [
    { query: "{ works { __typename ... on Poem { lines } ... on Song { key } } }" },
    { query: "{ awards { __typename name } }" },
    { query: "{ best { ... on Poem { title } } }" },
  ],
};
