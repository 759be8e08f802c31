import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const teachers = [
  { id: "t1", name: "王", years: 2 },
  { id: "t2", name: "李", years: 20 },
];
const lessons = [
  { id: "l1", teacher: "t1" },
  { id: "l2", teacher: "t2" },
];

/** @requires that goes to another subgraph and back to the one it started from. */
export const requiresCircular: SupergraphFixture = {
  name: "requires-circular",
  subgraphs: {
    timetable: {
      sdl: `
        type Query { lessons: [Lesson!]! lesson: Lesson }
        type Lesson @key(fields: "id") {
          id: ID! novice: Boolean! @external supervised: Boolean! @requires(fields: "novice")
          note: String @requires(fields: "novice")
        }
        type Teacher @key(fields: "id") { id: ID! name: String! years: Int! }`,
      resolvers: {
        Query: { lessons: () => lessons, lesson: () => ({ id: "l1" }) },
        Lesson: {
          __resolveReference: async (ref: object) => ref,
          supervised: ({ novice }: { novice?: boolean }) => novice ?? null,
          note: ({ novice }: { novice?: boolean }) => `novice: ${novice}`,
        },
        Teacher: { __resolveReference: async ({ id }: { id: string }) => findBy(teachers, "id", id) },
      },
    },
    staffing: {
      sdl: `
        type Lesson @key(fields: "id") { id: ID! teacher: Teacher! novice: Boolean! @requires(fields: "teacher { years }") }
        type Teacher @key(fields: "id") { id: ID! years: Int! @external }`,
      resolvers: {
        Lesson: {
          __resolveReference: async (ref: { id: string; teacher?: object }) => ref,
          teacher: ({ id }: { id: string }) => ({ id: findBy(lessons, "id", id)?.teacher }),
          novice: ({ teacher }: { teacher?: { years?: number } }) =>
            teacher?.years === undefined ? null : teacher.years < 5,
        },
      },
    },
    reports: {
      sdl: `type Lesson @key(fields: "id") { id: ID! note: String @external report: String @requires(fields: "note") }`,
      resolvers: {
        Lesson: {
          __resolveReference: async (ref: object) => ref,
          report: ({ note }: { note?: string }) => `<${note}>`,
        },
      },
    },
  },
  // The planner asks for a required field that itself requires something before that is known.
  stockIsWrong: (query) => /\breport\b/.test(query),
  operations: [
    { query: "{ lessons { novice } }" },
    { query: "{ lessons { supervised teacher { name } } }" },
    { query: "{ lesson { id supervised note report } }" },
    { query: "{ lessons { report } }" },
  ],
};
