import type { SupergraphFixture } from "../supergraph-fixture.js";

const pets = [
  { __typename: "Dog", id: "1", legs: 4 },
  { __typename: "Robot", id: "2", legs: 6 },
  { __typename: "Cat", id: "3", legs: 4 },
];

/** @inaccessible fields, types, enum values and arguments: used between subgraphs, never seen by clients. */
export const inaccessible: SupergraphFixture = {
  name: "inaccessible",
  subgraphs: {
    pets: {
      sdl: `type Query { pets: [Pet!]! maybe: [Pet] any(secret: Int @inaccessible): Animal moods: [Mood] }
        union Pet = Dog | Cat | Robot
        interface Animal { id: ID! legs: Int! }
        type Dog implements Animal @key(fields: "id") { id: ID! legs: Int! chip: String! @inaccessible }
        type Cat implements Animal @key(fields: "id") { id: ID! legs: Int! chip: String! @inaccessible }
        type Robot implements Animal @inaccessible { id: ID! legs: Int! }
        enum Mood { GLAD SAD HIDDEN @inaccessible }`,
      resolvers: {
        Query: {
          pets: () => pets,
          maybe: () => pets,
          any: () => pets[1],
          moods: () => ["GLAD", "HIDDEN", "SAD", null],
        },
        Pet: { __resolveType: (row: { __typename: string }) => row.__typename },
        Animal: { __resolveType: (row: { __typename: string }) => row.__typename },
        Dog: {
          __resolveReference: async ({ id }: { id: string }) => ({ id, legs: 4 }),
          chip: ({ id }: { id: string }) => `chip-${id}`,
        },
        Cat: {
          __resolveReference: async ({ id }: { id: string }) => ({ id, legs: 4 }),
          chip: ({ id }: { id: string }) => `chip-${id}`,
        },
      },
    },
    vets: {
      sdl: `type Dog @key(fields: "id") { id: ID! chip: String! @external vet: String @requires(fields: "chip") }
        type Cat @key(fields: "id") { id: ID! chip: String! @external vet: String @requires(fields: "chip") }`,
      resolvers: {
        Dog: {
          __resolveReference: async (ref: object) => ref,
          vet: ({ chip }: { chip: string }) => `dog doctor for ${chip}`,
        },
        Cat: {
          __resolveReference: async (ref: object) => ref,
          vet: ({ chip }: { chip: string }) => `cat doctor for ${chip}`,
        },
      },
    },
  },
  operations: [
    { query: "{ maybe { ... on Dog { legs vet } ... on Cat { vet id } } }" },
    { query: "{ pets { __typename } }" },
    { query: "{ any { legs } moods }" },
  ],
};
