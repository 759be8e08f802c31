import type { SupergraphFixture } from "../supergraph-fixture.js";

const grid = [
  [{ x: 1, y: 2 }],
  [],
  [
    { x: 3, y: 4 },
    { x: 5, y: 6 },
  ],
];

/** Lists of value types that several subgraphs share, each knowing some of the fields. */
export const shareableLists: SupergraphFixture = {
  name: "shareable-lists",
  subgraphs: {
    first: {
      sdl: `type Query { report: Report @shareable lines: [Line!]! @shareable }
        type Report @shareable { rows: [Row!]! total: Int }
        type Row @shareable { label: String! }
        type Line @key(fields: "id") { id: ID! points: [[Point!]!]! @shareable tags: [String] @shareable }
        type Point @shareable { x: Int! }`,
      resolvers: {
        Query: {
          report: () => ({ rows: [{ label: "a" }, { label: "b" }], total: 2 }),
          lines: () => [
            { id: "1", points: grid, tags: ["p", null] },
            { id: "2", points: [], tags: null },
          ],
        },
        Line: {
          __resolveReference: async ({ id }: { id: string }) => ({
            id,
            points: id === "1" ? grid : [],
            tags: ["p", null],
          }),
        },
      },
    },
    second: {
      sdl: `type Query { report: Report @shareable lines: [Line!]! @shareable }
        type Report @shareable { rows: [Row!]! average: Float }
        type Row @shareable { label: String! value: Int }
        type Line @key(fields: "id") { id: ID! points: [[Point!]!]! @shareable colour: String! }
        type Point @shareable { x: Int! y: Int! }`,
      resolvers: {
        Query: {
          report: () => ({
            rows: [
              { label: "a", value: 1 },
              { label: "b", value: null },
            ],
            average: 0.5,
          }),
          lines: () => [
            { id: "1", points: grid, colour: "red" },
            { id: "2", points: [], colour: "blue" },
          ],
        },
        Line: {
          __resolveReference: async ({ id }: { id: string }) => ({
            id,
            points: id === "1" ? grid : [],
            colour: `c${id}`,
          }),
        },
      },
    },
  },
  operations: [
    { query: "{ report { total average rows { label value } } }" },
    { query: "{ lines { tags points { x y } colour } }" },
    { query: "{ lines { points { x } tags } again: lines { colour points { y } } }" },
  ],
};
