import type { SubgraphTransport } from "@hub/gateway/transport";
import { HubError } from "@hub/schema";
import { expect, test } from "vitest";
import { pathsAndCodes, startBoth, transportsOf, type Answer } from "./gateways.js";
import { composeFixture } from "./supergraph-fixture.js";
import { unionOverlap } from "./supergraphs/union-overlap.js";

const composed = composeFixture(unionOverlap);

/** The engine's answer and the subgraphs it called, in order; those that are down do not answer. */
async function ask(query: string, down: readonly string[] = []): Promise<{ answer: Answer; calls: string[] }> {
  const calls: string[] = [];
  const transports = [...transportsOf(composed)].map(([name, inner]): [string, SubgraphTransport] => [
    name,
    {
      ...inner,
      execute: (request, call) => {
        calls.push(name);
        return down.includes(name)
          ? Promise.reject(
              new HubError("SUBGRAPH_UNAVAILABLE", `Subgraph "${name}": found nobody; expected an answer.`),
            )
          : inner.execute(request, call);
      },
    },
  ]);
  const { engine } = await startBoth(composed.supergraphSdl, new Map(transports));
  return { answer: await engine(query), calls: calls.sort() };
}

const PIECE =
  "fragment P on Piece { __typename ... on Scroll { title age words } ... on Vase { title age } ... on Map { title words } }";
const scroll = (id: string, title: string) => ({
  __typename: "Scroll",
  title,
  age: `age of ${id} in years`,
  words: `words of ${id}`,
});

test("what two subgraphs are asked for at one place neither is asked for again", async () => {
  const { answer, calls } = await ask(`{ hall { centre { ...P } } } ${PIECE}`);
  expect(answer).toEqual({ data: { hall: { centre: scroll("s1", "兰亭序") } } });
  expect(calls).toEqual(["library", "museum"]);
});

test("a place only one of them knows is completed by the other", async () => {
  const { answer, calls } = await ask(
    `{ hall { centre { ...P } door { ...P } corner { ...P } desk { ...P } empty { ...P } } } ${PIECE}`,
  );
  expect(answer).toEqual({
    data: {
      hall: {
        centre: scroll("s1", "兰亭序"),
        door: scroll("s1", "兰亭序"),
        corner: scroll("s2", "Farewell"),
        desk: { __typename: "Map", title: "County map", words: "words of m1" },
        empty: null,
      },
    },
  });
  // The corner's scroll is the library's second call; nothing else is asked for twice.
  expect(calls).toEqual(["library", "library", "museum"]);
});

test("entities at one place are asked for by each subgraph once", async () => {
  const { answer, calls } = await ask(`{ hall { twin { centre { ...P } } } } ${PIECE}`);
  expect(answer).toEqual({ data: { hall: { twin: { centre: scroll("s1", "兰亭序") } } } });
  expect(calls).toEqual(["library", "museum"]);
});

test("aliases are places of their own", async () => {
  const { answer, calls } = await ask(
    `{ hall { a: centre { ... on Scroll { old: age(unit: "days") } } b: centre { ... on Scroll { words ... on Scroll { age } } } } }`,
  );
  expect(answer).toEqual({
    data: { hall: { a: { old: "age of s1 in days" }, b: { words: "words of s1", age: "age of s1 in years" } } },
  });
  expect(calls).toEqual(["library", "museum"]);
});

test("members in a list are completed as entities, whatever the lists of others hold", async () => {
  const { answer } = await ask(`{ hall { wall { ...P } } } ${PIECE}`);
  expect(answer).toEqual({
    data: {
      hall: {
        wall: [scroll("s1", "兰亭序"), null, scroll("s2", "Farewell")],
      },
    },
  });
});

const unavailable = (...path: readonly string[]): string => JSON.stringify([path, "SUBGRAPH_UNAVAILABLE"]);

test.each([
  ["library", "words"],
  ["museum", "age"],
])("when the %s fails, what it was asked for is missing, with an error there", async (down, lost) => {
  const query = `{ hall { centre { ...P } twin { id centre { ... on Scroll { title } } } } } ${PIECE}`;
  const { answer, calls } = await ask(query, [down]);
  // The field cannot be null, so that the piece is.
  expect(answer.data).toMatchObject({ hall: { centre: null } });
  expect(pathsAndCodes(answer)).toContain(unavailable("hall", "centre", lost));
  expect(calls).toEqual(["library", "museum"]);
});

test("what the other subgraph answers too is not lost with the one that was asked", async () => {
  const { answer, calls } = await ask("{ hall { centre { ... on Scroll { age id text: words } } } }", ["library"]);
  expect(answer.data).toEqual({ hall: { centre: null } });
  expect(pathsAndCodes(answer)).toEqual([unavailable("hall", "centre", "text")]);
  expect(calls).toEqual(["library", "museum"]);
});

test("when all fail, each field says so once", async () => {
  const { answer } = await ask(`{ hall { centre { ...P } } } ${PIECE}`, ["library", "museum"]);
  expect(answer.data).toEqual({ hall: null });
  expect(pathsAndCodes(answer)).toEqual([unavailable("hall")]);
});
