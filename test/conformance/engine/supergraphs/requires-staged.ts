import type { SupergraphFixture } from "../supergraph-fixture.js";

const masses = new Map([
  ["1", 10],
  ["2", 20],
]);
let bookings = 0;

interface Told {
  readonly id: string;
  readonly mass?: number;
  readonly toll?: string;
  readonly cargo?: { readonly __typename: string; readonly crates?: number; readonly litres?: number };
}

const told = { __resolveReference: async (ref: object) => ref };
const cargoOf = (id: string): object =>
  id === "1" ? { __typename: "Boxes", crates: 3 } : { __typename: "Tank", litres: 900 };

/** Requirements of required fields, with arguments, back in the subgraph the plan is in, and by type. */
export const requiresStaged: SupergraphFixture = {
  name: "requires-staged",
  subgraphs: {
    carriers: {
      sdl: `type Query { trips: [Trip!]! }
        type Mutation { book(id: ID!): Trip bookings: Int! }
        type Trip @key(fields: "id") { id: ID! mass(unit: String!): Int @external
          toll: String @requires(fields: "mass(unit: \\"kg\\")") }`,
      resolvers: {
        Query: { trips: () => [{ id: "1" }, { id: "2" }] },
        Mutation: {
          book: (_: unknown, { id }: { id: string }) => {
            bookings += 1;
            return { id };
          },
          bookings: () => bookings,
        },
        Trip: {
          ...told,
          toll: ({ mass }: Told) => {
            if (mass === undefined) throw new Error("asked too early");
            return `toll ${mass}`;
          },
        },
      },
    },
    scales: {
      sdl: `union Cargo = Boxes | Tank
        type Boxes @shareable { crates: Int! }
        type Tank @shareable { litres: Int! }
        type Trip @key(fields: "id") { id: ID! mass(unit: String!): Int cargo: Cargo toll: String @external
          bill: String @requires(fields: "toll") }`,
      resolvers: {
        Cargo: { __resolveType: (row: { __typename: string }) => row.__typename },
        Trip: {
          ...told,
          mass: ({ id }: Told, { unit }: { unit: string }) => (masses.get(id) ?? 0) * (unit === "g" ? 1_000 : 1),
          cargo: ({ id }: Told) => cargoOf(id),
          bill: ({ toll }: Told) => `bill for ${toll}`,
        },
      },
    },
    papers: {
      sdl: `union Cargo = Boxes | Tank
        type Boxes @shareable { crates: Int! }
        type Tank @shareable { litres: Int! }
        type Trip @key(fields: "id") { id: ID! mass(unit: String!): Int @external toll: String @external
          cargo: Cargo @external
          seal: String @requires(fields: "mass(unit: \\"g\\") toll")
          label: String @requires(fields: "cargo { ... on Boxes { crates } ... on Tank { litres } }") }`,
      resolvers: {
        Cargo: { __resolveType: (row: { __typename: string }) => row.__typename },
        Trip: {
          ...told,
          seal: ({ mass, toll }: Told) => `${mass}/${toll}`,
          label: ({ cargo }: Told) =>
            cargo?.__typename === "Boxes" ? `${cargo.crates} crates` : `${cargo?.litres} l in a ${cargo?.__typename}`,
        },
      },
    },
  },
  reset: () => {
    bookings = 0;
  },
  // It mixes up the arguments, asks the carriers for masses, and does not name the type of the cargo.
  stockIsWrong: (query) => /seal|bill|label|toll|mass/.test(query),
  operations: [{ query: "{ trips { id cargo { ... on Boxes { crates } ... on Tank { litres } } } }" }],
};
