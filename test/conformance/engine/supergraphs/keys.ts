import { findBy, type SupergraphFixture } from "../supergraph-fixture.js";

const districts = [
  { code: "110101", name: "东城区", county: { code: "1101", province: "11" } },
  { code: "110102", name: "西城区", county: { code: "1101", province: "11" } },
  { code: "310101", name: "黄浦区", county: { code: "3101", province: "31" } },
];
const schools = [
  { id: "1", code: "S1", district: "110101" },
  { id: "2", code: "S2", district: "110102" },
  { id: "3", code: "S3", district: "310101" },
];
const people = [
  { area: "11", number: 1, full: "王芳", school: "1" },
  { area: "11", number: 2, full: "李娜", school: "2" },
  { area: "31", number: 1, full: "张伟", school: "3" },
];

/** Keys of several forms: single, several per type, composite, nested. */
export const keys: SupergraphFixture = {
  name: "keys",
  subgraphs: {
    register: {
      sdl: `
        type Query { schools: [School!]! school(id: ID!): School districts: [District!]! }
        type School @key(fields: "id") @key(fields: "code") { id: ID! code: String! district: District }
        type District @key(fields: "code county { code province }") { code: String! county: County! name: String! }
        type County @shareable { code: String! province: String! }`,
      resolvers: {
        Query: {
          schools: () => schools,
          school: (_: unknown, { id }: { id: string }) => findBy(schools, "id", id),
          districts: () => districts,
        },
        School: {
          __resolveReference: async (ref: { id?: string; code?: string }) =>
            ref.id === undefined ? findBy(schools, "code", ref.code) : findBy(schools, "id", ref.id),
          district: (school: { district: string }) => findBy(districts, "code", school.district),
        },
        District: { __resolveReference: async (ref: { code: string }) => findBy(districts, "code", ref.code) },
      },
    },
    staff: {
      sdl: `
        type Query { people: [Person!]! head(area: String!): Person }
        type Person @key(fields: "area number") { area: String! number: Int! full: String school: School }
        type School @key(fields: "code") { code: String! staff: [Person!]! headcount: Int! }`,
      resolvers: {
        Query: { people: () => people, head: (_: unknown, { area }: { area: string }) => findBy(people, "area", area) },
        Person: {
          __resolveReference: async (ref: { area: string; number: number }) =>
            people.find((row) => row.area === ref.area && row.number === ref.number) ?? null,
          school: (person: { school: string }) => ({ code: `S${person.school}` }),
        },
        School: {
          __resolveReference: async (ref: { code: string }) => ({ code: ref.code }),
          staff: ({ code }: { code: string }) => people.filter((row) => `S${row.school}` === code),
          headcount: ({ code }: { code: string }) => people.filter((row) => `S${row.school}` === code).length,
        },
      },
    },
    finance: {
      sdl: `
        type District @key(fields: "code county { code province }") { code: String! county: County! budget: Float! }
        type County @shareable { code: String! province: String! }
        type Person @key(fields: "area number") { area: String! number: Int! salary: Float }
        type School @key(fields: "id") { id: ID! spent: Float leader: Person }`,
      resolvers: {
        District: {
          __resolveReference: async (ref: { code: string; county: { province: string } }) => ref,
          budget: (district: { code: string; county: { province: string } }) => Number(district.county.province) * 1.5,
        },
        Person: {
          __resolveReference: async (ref: object) => ref,
          salary: (person: { number: number }) => (person.number === 2 ? null : person.number * 1000),
        },
        School: {
          __resolveReference: async (ref: object) => ref,
          spent: ({ id }: { id: string }) => Number(id) * 10.25,
          leader: ({ id }: { id: string }) => (id === "3" ? null : { area: "11", number: Number(id) }),
        },
      },
    },
  },
  operations: [
    { query: "{ schools { code headcount spent district { name budget } } }" },
    { query: "{ schools { id staff { full salary school { id spent leader { full salary } } } } }" },
    { query: "query ($id: ID!) { school(id: $id) { staff { number } leader { full } } }", variables: { id: "2" } },
    {
      query:
        '{ school(id: "none") { staff { number } } people { full salary } head(area: "31") { full school { district { budget county { province } } } } }',
    },
    { query: "{ districts { budget } a: schools { x: spent } b: schools { x: headcount } }" },
  ],
};
