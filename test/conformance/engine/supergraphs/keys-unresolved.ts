import type { SupergraphFixture } from "../supergraph-fixture.js";

const buses = [
  { plate: "川A1", fleet: "north", number: 7, seats: 40 },
  { plate: "川A2", fleet: "north", number: 8, seats: 12 },
  { plate: "川A3", fleet: "south", number: 7, seats: null },
];
type Bus = (typeof buses)[number];
type Key = Partial<Pick<Bus, "plate" | "fleet" | "number">>;

/** A subgraph that names a key of an entity it only finds by another, and must be asked twice. */
export const keysUnresolved: SupergraphFixture = {
  name: "keys-unresolved",
  subgraphs: {
    depot: {
      sdl: `
        type Query { yard: [Bus]! parked: Ride }
        interface Ride { plate: ID! }
        type Bus implements Ride @key(fields: "plate", resolvable: false) @key(fields: "fleet number") {
          plate: ID! fleet: String! number: Int! seats: Int @external
          crowd(factor: Int = 1): String @requires(fields: "seats") }`,
      resolvers: {
        Query: {
          yard: () => [buses[0], null, buses[1], buses[2]].map((bus) => bus && { ...bus, seats: undefined }),
          parked: () => ({ __typename: "Bus", ...buses[1], seats: undefined }),
        },
        Ride: { __resolveType: () => "Bus" },
        Bus: {
          __resolveReference: async ({ fleet, number, ...told }: Key) => {
            const bus = buses.find((one) => one.fleet === fleet && one.number === number);
            return bus === undefined ? null : { ...bus, seats: undefined, ...told };
          },
          crowd: ({ fleet, seats }: Bus, { factor }: { factor: number }) =>
            `${fleet} ${seats === null ? "?" : seats * factor}`,
        },
      },
    },
    registry: {
      sdl: `type Bus @key(fields: "plate") { plate: ID! seats: Int }`,
      resolvers: {
        Bus: {
          __resolveReference: async ({ plate }: Key) => {
            const bus = buses.find((one) => one.plate === plate);
            return bus === undefined ? null : { plate, seats: bus.seats };
          },
        },
      },
    },
  },
  // It asks the depot by the plate and is told that there is no such bus.
  stockIsWrong: (query) => /\bcrowd\b/.test(query),
  operations: [
    { query: "{ yard { plate seats } parked { plate } }" },
    { query: "{ yard { crowd } }" },
    { query: "{ parked { __typename ... on Bus { crowd(factor: 2) seats } } }" },
  ],
};
