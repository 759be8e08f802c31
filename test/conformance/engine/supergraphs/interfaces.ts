import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const nodes = [
  { __typename: "School", id: "1", name: "一中", area: 3.5 },
  { __typename: "Office", id: "2", name: "教育局", floor: 4 },
  { __typename: "School", id: "3", name: "三中", area: null },
];
const typeOf = (row: { __typename: string }): string => row.__typename;
const byReference = { __resolveReference: async (ref: { id: string }) => findBy(nodes, "id", ref.id) };

/** Interfaces implemented across subgraphs, interfaces of interfaces, fragments on each. */
export const interfaces: SupergraphFixture = {
  name: "interfaces",
  subgraphs: {
    places: {
      sdl: `type Query { places: [Place!]! place(id: ID!): Node nested: Holder }
        interface Node { id: ID! }
        interface Place implements Node { id: ID! name: String! }
        type School implements Place & Node @key(fields: "id") { id: ID! name: String! area: Float }
        type Office implements Place & Node @key(fields: "id") { id: ID! name: String! floor: Int }
        type Holder { place: Place places: [[Place]] inner: Holder }`,
      resolvers: {
        Query: {
          places: () => nodes,
          place: (_: unknown, { id }: { id: string }) => findBy(nodes, "id", id),
          nested: () => ({
            place: nodes[0],
            places: [[nodes[0], null], null],
            inner: { place: nodes[1], places: null, inner: null },
          }),
        },
        Node: { __resolveType: typeOf },
        Place: { __resolveType: typeOf },
        School: byReference,
        Office: byReference,
      },
    },
    visits: {
      sdl: `type Query { visited: [Visited!]! }
        interface Visited { visits: Int! last: Visit }
        type Visit { day: String! by: Visited next: Visit }
        type School implements Visited @key(fields: "id") { id: ID! visits: Int! last: Visit }
        type Office implements Visited @key(fields: "id") { id: ID! visits: Int! last: Visit }`,
      resolvers: {
        Query: {
          visited: () => [
            { __typename: "Office", id: "2" },
            { __typename: "School", id: "1" },
          ],
        },
        Visited: { __resolveType: typeOf },
        School: {
          __resolveReference: async (ref: object) => ref,
          visits: ({ id }: { id: string }) => Number(id),
          last: ({ id }: { id: string }) => ({ day: `2026-09-0${id}`, by: { __typename: "Office", id: "2" } }),
        },
        Office: { __resolveReference: async (ref: object) => ref, visits: () => 20, last: () => null },
      },
    },
  },
  operations: [
    {
      query:
        "{ places { id name ... on School { area visits last { day by { visits ... on Office { name floor } } } } ... on Office { visits } } }",
    },
    { query: "{ places { ... on Node { id } ... on Visited { visits last { day } } __typename } }" },
    { query: '{ place(id: 1) { id ... on Place { name ... on Visited { visits } } } none: place(id: "0") { id } }' },
    {
      query:
        "{ nested { place { name ... on School { visits } } places { id ... on Visited { last { day } } } inner { place { ... on Office { visits } } inner { place { id } } } } }",
    },
    { query: "{ visited { visits ... on Place { name } ... on School { area last { by { ... on Node { id } } } } } }" },
  ],
};
