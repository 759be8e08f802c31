import type { SupergraphFixture } from "../supergraph-fixture.js";

/** Enums as inputs and outputs, custom scalars, input objects and defaults, across subgraphs. */
export const enums: SupergraphFixture = {
  name: "enums",
  subgraphs: {
    stages: {
      sdl: `scalar JSON
        type Query { classes(stage: Stage = PRIMARY, filter: Filter): [Class!]! echo(value: JSON): JSON stages: [Stage!] }
        input Filter { size: Int = 30 stages: [Stage!] deep: Filter }
        enum Stage { PRIMARY JUNIOR SENIOR }
        type Class @key(fields: "id stage") { id: ID! stage: Stage! size: Int! info: JSON }`,
      resolvers: {
        Query: {
          classes: (
            _: unknown,
            { stage, filter }: { stage: string; filter?: { size: number; stages?: string[] } | null },
          ) =>
            [stage, ...(filter?.stages ?? [])].map((name, index) => ({
              id: String(index),
              stage: name,
              size: filter?.size ?? 7,
              info: { name, list: [1, { a: null }] },
            })),
          echo: (_: unknown, { value }: { value?: unknown }) => value ?? null,
          stages: () => ["PRIMARY", "SENIOR"],
        },
        Class: { __resolveReference: async (ref: { id: string; stage: string }) => ({ ...ref, size: 1, info: null }) },
      },
    },
    rules: {
      sdl: `enum Stage { PRIMARY JUNIOR SENIOR }
        enum Verdict { OK TOO_LARGE }
        type Class @key(fields: "id stage") { id: ID! stage: Stage! size: Int! @external
          limit: Int! verdict(strict: Boolean! = true, of: Verdict): Verdict @requires(fields: "size") }`,
      resolvers: {
        Class: {
          __resolveReference: async (ref: object) => ref,
          limit: ({ stage }: { stage: string }) => (stage === "PRIMARY" ? 45 : 50),
          verdict: ({ size }: { size: number }, { strict, of }: { strict: boolean; of?: string }) =>
            of ?? (strict && size > 45 ? "TOO_LARGE" : "OK"),
        },
      },
    },
  },
  operations: [
    { query: "{ classes { id stage limit verdict } stages }" },
    {
      query:
        "query ($s: Stage, $f: Filter, $strict: Boolean = false) { classes(stage: $s, filter: $f) { stage size verdict(strict: $strict) info } }",
      variables: { s: "SENIOR", f: { stages: ["JUNIOR"], size: 60 } },
    },
    {
      query:
        'query ($v: JSON) { echo(value: $v) same: echo(value: {a: [1, 2.5, "x", {b: null}]}) classes(filter: {stages: [SENIOR, JUNIOR], deep: {size: 3}}) { v: verdict(of: TOO_LARGE) verdict } }',
      variables: { v: { k: [true] } },
    },
    { query: "query ($f: Filter = {size: 50, stages: []}) { classes(filter: $f) { size verdict limit } }" },
  ],
};
