import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const things = [
  { __typename: "School", id: "s1", name: "一中", size: 10 },
  { __typename: "Teacher", id: "t1", name: "王老师", size: "large" },
  { __typename: "Report", id: "r1", title: "年报", size: 0.5 },
  { __typename: "School", id: "s2", name: "二中", size: 0 },
];
const typeOf = (row: { __typename: string }): string => row.__typename;

/** Unions whose members live in several subgraphs, with fields of one name and different types. */
export const unions: SupergraphFixture = {
  name: "unions",
  subgraphs: {
    search: {
      sdl: `type Query { search(words: [String!]): [Result!]! one(id: ID!): Result pair: [[Result]] }
        union Result = School | Teacher | Report
        type School @key(fields: "id") { id: ID! name: String! size: Int! }
        type Teacher @key(fields: "id") { id: ID! name: String! size: String! }
        type Report { title: String! size: Float about: Result }`,
      resolvers: {
        Query: {
          search: () => things,
          one: (_: unknown, { id }: { id: string }) => findBy(things, "id", id),
          pair: () => [[things[0], null], [things[1], things[2]], null],
        },
        Result: { __resolveType: typeOf },
        Report: { about: () => things[0] },
        School: { __resolveReference: async (ref: { id: string }) => findBy(things, "id", ref.id) },
        Teacher: { __resolveReference: async (ref: { id: string }) => findBy(things, "id", ref.id) },
      },
    },
    details: {
      sdl: `type Query { featured: [Item] }
        union Item = School | Teacher
        type School @key(fields: "id") { id: ID! pupils: Int! head: Teacher }
        type Teacher @key(fields: "id") { id: ID! subject: String worksAt: School }`,
      resolvers: {
        Query: {
          featured: () => [
            { __typename: "School", id: "s2" },
            { __typename: "Teacher", id: "t1" },
            null,
            { __typename: "School", id: "s2" },
          ],
        },
        Item: { __resolveType: typeOf },
        School: {
          __resolveReference: async (ref: object) => ref,
          pupils: ({ id }: { id: string }) => (id === "s1" ? 900 : 450),
          head: ({ id }: { id: string }) => (id === "s1" ? { id: "t1" } : null),
        },
        Teacher: {
          __resolveReference: async (ref: object) => ref,
          subject: () => "数学",
          worksAt: () => ({ id: "s1" }),
        },
      },
    },
  },
  operations: [
    {
      query:
        "{ search { ... on School { name pupils head { name subject } } ... on Teacher { name worksAt { name } } ... on Report { title } } }",
    },
    {
      query:
        "{ search { __typename ... on School { size } ... on Teacher { text: size } ... on Report { about { ... on School { pupils } } } } }",
    },
    { query: "{ featured { ... on School { name pupils } ... on Teacher { name worksAt { name pupils } } } }" },
    { query: "{ pair { __typename ... on School { pupils name } ... on Teacher { subject } } }" },
    {
      query:
        '{ one(id: "t1") { ...T } two: one(id: "r1") { ...T ... on Report { title } } } fragment T on Teacher { worksAt { head { worksAt { pupils } } } }',
    },
  ],
};
