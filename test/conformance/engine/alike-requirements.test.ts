import type { SubgraphOperation } from "@hub/schema";
import type { SubgraphTransport } from "@hub/gateway/transport";
import { expect, test } from "vitest";
import { startBoth, transportsOf } from "./gateways.js";
import { composeFixture, type SupergraphFixture } from "./supergraph-fixture.js";

/** Fields of `report` that require the same of `audit`, which itself requires something, and one that requires more. */
const reports: SupergraphFixture = {
  name: "alike-requirements",
  operations: [],
  subgraphs: {
    register: {
      sdl: `
        type Query { schools: [School!]! }
        type School @key(fields: "id") { id: ID! students: Int! }`,
      resolvers: {
        Query: {
          schools: () => [
            { id: "a", students: 10 },
            { id: "b", students: 0 },
          ],
        },
      },
    },
    audit: {
      sdl: `
        type School @key(fields: "id") {
          id: ID! students: Int! @external
          facts: String @requires(fields: "students") late: Int @requires(fields: "students")
        }`,
      resolvers: {
        School: {
          __resolveReference: async (ref: object) => ref,
          facts: ({ id, students }: { id: string; students: number }) => `${id}:${students}`,
          late: ({ students }: { students: number }) => students / 5,
        },
      },
    },
    report: {
      sdl: `
        type School @key(fields: "id") {
          id: ID! facts: String @external late: Int @external
          title(upper: Boolean = false): String @requires(fields: "facts")
          lines: [Line!] @requires(fields: "facts")
          verdict: String @requires(fields: "facts late")
        }
        type Line { text: String! }`,
      resolvers: {
        School: {
          __resolveReference: async (ref: object) => ref,
          title: ({ facts }: { facts: string }, { upper }: { upper: boolean }) => (upper ? facts.toUpperCase() : facts),
          lines: ({ facts }: { facts: string }) => [{ text: facts }],
          verdict: ({ facts, late }: { facts: string; late: number }) => `${facts}/${late}`,
        },
      },
    },
  },
};

const representations = ({ variables = {} }: SubgraphOperation): unknown[] =>
  Object.values(variables).flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));

/** What each subgraph is told of entities while the engine answers. */
async function toldFor(query: string): Promise<{ data: unknown; told: Readonly<Record<string, unknown[]>> }> {
  const composed = composeFixture(reports);
  const told: Record<string, unknown[]> = {};
  const listening = [...transportsOf(composed)].map(([name, inner]): [string, SubgraphTransport] => [
    name,
    {
      ...inner,
      execute: (operation, context) => {
        told[name] = [...(told[name] ?? []), ...representations(operation)];
        return inner.execute(operation, context);
      },
    },
  ]);
  const { engine } = await startBoth(composed.supergraphSdl, new Map(listening));
  const { data, errors } = await engine(query);
  expect(errors).toBeUndefined();
  return { data, told };
}

test("fields that require the same are told it once, each with its own arguments", async () => {
  const { data, told } = await toldFor("{ schools { title loud: title(upper: true) lines { text } } }");

  expect(data).toEqual({
    schools: [
      { title: "a:10", loud: "A:10", lines: [{ text: "a:10" }] },
      { title: "b:0", loud: "B:0", lines: [{ text: "b:0" }] },
    ],
  });
  expect(told["report"]).toEqual([
    { __typename: "School", id: "a", facts: "a:10" },
    { __typename: "School", id: "b", facts: "b:0" },
  ]);
});

test("a field that requires more is told more, the others no more than before", async () => {
  const { data, told } = await toldFor("{ schools { verdict title } }");

  expect(data).toEqual({
    schools: [
      { verdict: "a:10/2", title: "a:10" },
      { verdict: "b:0/0", title: "b:0" },
    ],
  });
  expect(told["audit"]).toHaveLength(2);
  expect(told["report"]).toHaveLength(4);
  expect(told["report"]).toContainEqual({ __typename: "School", id: "a", facts: "a:10" });
  expect(told["report"]).toContainEqual({ __typename: "School", id: "a", facts: "a:10", late: 2 });
});
