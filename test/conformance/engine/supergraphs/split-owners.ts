import type { SupergraphFixture } from "../supergraph-fixture.js";

const courses = [
  { __typename: "Lecture", id: "1", teacher: { id: "t1" } },
  { __typename: "Workshop", id: "2" },
  { __typename: "Workshop", id: "3" },
  { __typename: "Workshop", id: "2" },
  { __typename: "Lecture", id: "1", teacher: { id: "t1" } },
];
const leaders = new Map([
  ["2", "t1"],
  ["3", "t2"],
]);
const names = new Map([
  ["t1", "李老师"],
  ["t2", "Wang"],
]);

/** One place of a response whose objects several subgraphs bring, per type and one after the other. */
export const splitOwners: SupergraphFixture = {
  name: "split-owners",
  subgraphs: {
    courses: {
      sdl: `type Query { courses: [Course!]! }
        interface Course { id: ID! teacher: Teacher }
        type Lecture implements Course @key(fields: "id") { id: ID! teacher: Teacher }
        type Workshop implements Course @key(fields: "id") { id: ID! teacher: Teacher @external }
        type Teacher @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { courses: () => courses },
        Course: { __resolveType: (row: { __typename: string }) => row.__typename },
      },
    },
    workshops: {
      sdl: `type Workshop @key(fields: "id") { id: ID! teacher: Teacher seats: Int! }
        type Teacher @key(fields: "id") { id: ID! }`,
      resolvers: {
        Workshop: {
          __resolveReference: async (ref: object) => ref,
          teacher: ({ id }: { id: string }) => ({ id: leaders.get(id) }),
          seats: ({ id }: { id: string }) => Number(id) * 10,
        },
      },
    },
    lectures: {
      sdl: `type Lecture @key(fields: "id") { id: ID! hall: String! }`,
      resolvers: { Lecture: { __resolveReference: async (ref: object) => ref, hall: () => "A" } },
    },
    people: {
      sdl: `type Teacher @key(fields: "id") { id: ID! name: String! peers: [Teacher!]! }`,
      resolvers: {
        Teacher: {
          __resolveReference: async (ref: object) => ref,
          name: ({ id }: { id: string }) => names.get(id),
          peers: ({ id }: { id: string }) =>
            [...names.keys()].filter((other) => other !== id).map((key) => ({ id: key })),
        },
      },
    },
    payroll: {
      sdl: `type Teacher @key(fields: "id") { id: ID! grade: Int! }`,
      resolvers: {
        Teacher: {
          __resolveReference: async (ref: object) => ref,
          grade: ({ id }: { id: string }) => Number(id.slice(1)),
        },
      },
    },
  },
  operations: [
    { query: "{ courses { id teacher { id name grade } } }" },
    { query: "{ courses { ... on Lecture { hall } ... on Workshop { seats teacher { grade } } } }" },
    {
      query:
        "{ courses { ... on Workshop { seats } teacher { name peers { name grade } } ... on Lecture { hall teacher { grade } } } }",
    },
  ],
};
