import { describe, expect, test } from "vitest";
import { pathsAndCodes, startBoth, transportsOf } from "./gateways.js";
import { composeFixture, type FixtureOperation, type SupergraphFixture } from "./supergraph-fixture.js";
import { keysUnresolved } from "./supergraphs/keys-unresolved.js";
import { requiresBelow } from "./supergraphs/requires-below.js";
import { requiresStaged } from "./supergraphs/requires-staged.js";
import { sharedTypes } from "./supergraphs/shared-types.js";
import { splitOwners } from "./supergraphs/split-owners.js";
import { unionParts } from "./supergraphs/union-parts.js";
import { unmetInterface } from "./supergraphs/unmet-interface.js";

interface Case extends FixtureOperation {
  readonly data: unknown;
  readonly errors?: readonly string[];
}

const unlabelled = (...places: readonly number[][]): readonly string[] =>
  places.map(([order, line]) => JSON.stringify([["orders", order, "lines", line, "item", "label"], "INTERNAL"])).sort();

/** What is right was worked out by hand from the fixtures' data. */
const cases: readonly (readonly [SupergraphFixture, readonly Case[]])[] = [
  [
    sharedTypes,
    [
      {
        query:
          "{ page { top { ... on Poem { title lines } } } works { ... on Poem { ...P } ... on Song { ...S } } best { ...P } } fragment P on Poem { id lines } fragment S on Song { id key }",
        data: {
          page: { top: { title: "静夜思", lines: 4 } },
          works: [
            { id: "1", lines: 4 },
            { id: "2", key: "F" },
          ],
          best: { id: "1", lines: 4 },
        },
      },
      { query: "{ page { top { kind: __typename } } }", data: { page: { top: { kind: "Poem" } } } },
    ],
  ],
  [
    splitOwners,
    [
      {
        query: "{ courses { ... on Lecture { hall } ... on Workshop { seats } teacher { name grade } } }",
        data: {
          courses: [
            { hall: "A", teacher: { name: "李老师", grade: 1 } },
            { seats: 20, teacher: { name: "李老师", grade: 1 } },
            { seats: 30, teacher: { name: "Wang", grade: 2 } },
            { seats: 20, teacher: { name: "李老师", grade: 1 } },
            { hall: "A", teacher: { name: "李老师", grade: 1 } },
          ],
        },
      },
    ],
  ],
  [
    unmetInterface,
    [
      { query: "{ found { id note } }", data: { found: { id: "1", note: "旧信" } } },
      { query: "{ lost { note } }", data: undefined, errors: [JSON.stringify([null, "INTERNAL"])] },
      {
        query: "{ count lost { note } }",
        data: { count: 7, lost: null },
        errors: [JSON.stringify([["lost"], "SUBGRAPH_INVALID_RESPONSE"])],
      },
    ],
  ],
  [
    unionParts,
    [
      {
        query: "{ desk { faxes { items { ... on Letter { text } ... on Parcel { grams } ... on Fax { pages } } } } }",
        data: { desk: { faxes: { items: [{ text: "您好" }, { pages: 2 }] } } },
      },
      // The planner takes it that no desk holds a parcel, as not every subgraph knows one.
      {
        query: "{ desk { tray { items { ... on Letter { text } ... on Parcel { grams } } } } }",
        data: { desk: { tray: { items: [{ text: "您好" }, { grams: 500 }] } } },
      },
      {
        query: `query ($unit: String) { desk { tray { items { ... on Parcel { price(currency: "CNY") size(unit: $unit) { width } } } } } }`,
        variables: { unit: "cm" },
        data: { desk: { tray: { items: [{}, { price: 30, size: { width: 2 } }] } } },
      },
    ],
  ],
  [
    keysUnresolved,
    [
      // The depot finds a bus by fleet and number alone, although the first key it names is the plate.
      {
        query: "{ yard { crowd } }",
        data: { yard: [{ crowd: "north 40" }, null, { crowd: "north 12" }, { crowd: "south ?" }] },
      },
      {
        query:
          "query ($by: Int) { mine: yard { ...B plate: crowd } parked { __typename ... on Bus { ...B seats } } } fragment B on Bus { twice: crowd(factor: $by) once: crowd number: plate }",
        variables: { by: 2 },
        data: {
          mine: [
            { twice: "north 80", once: "north 40", number: "川A1", plate: "north 40" },
            null,
            { twice: "north 24", once: "north 12", number: "川A2", plate: "north 12" },
            { twice: "south ?", once: "south ?", number: "川A3", plate: "south ?" },
          ],
          parked: { __typename: "Bus", twice: "north 24", once: "north 12", number: "川A2", seats: 12 },
        },
      },
    ],
  ],
  [
    requiresBelow,
    [
      {
        query: "{ orders { abroad home } }",
        data: {
          orders: [
            { abroad: 220, home: 1540 },
            { abroad: null, home: null },
            { abroad: 60, home: 420 },
          ],
        },
      },
      {
        query: '{ orders { abroad lines { item { label price(currency: "USD") } } } }',
        data: {
          orders: [
            {
              abroad: 220,
              lines: [{ item: { label: "700 yuan", price: 100 } }, { item: { label: null, price: 20 } }],
            },
            { abroad: null, lines: [] },
            { abroad: 60, lines: [{ item: { label: null, price: 20 } }] },
          ],
        },
        errors: unlabelled([0, 1], [2, 0]),
      },
    ],
  ],
  [
    requiresStaged,
    [
      { query: "{ trips { bill } }", data: { trips: [{ bill: "bill for toll 10" }, { bill: "bill for toll 20" }] } },
      {
        query: '{ trips { seal toll mass(unit: "g") } }',
        data: {
          trips: [
            { seal: "10000/toll 10", toll: "toll 10", mass: 10_000 },
            { seal: "20000/toll 20", toll: "toll 20", mass: 20_000 },
          ],
        },
      },
      { query: "{ trips { label } }", data: { trips: [{ label: "3 crates" }, { label: "900 l in a Tank" }] } },
      {
        query: 'mutation { book(id: "2") { seal bill mass(unit: "kg") } bookings }',
        data: { book: { seal: "20000/toll 20", bill: "bill for toll 20", mass: 20 }, bookings: 1 },
      },
    ],
  ],
];

describe.each(cases)("$name", (fixture, operations) => {
  const composed = composeFixture(fixture);
  const started = startBoth(composed.supergraphSdl, transportsOf(composed));

  test.each(operations)("$query", async ({ query, variables, data, errors = [] }) => {
    const { engine, json } = await started;
    for (const ask of [engine, json]) {
      fixture.reset?.();
      const found = await ask(query, variables);
      expect(found.data).toEqual(data);
      expect(pathsAndCodes(found)).toEqual(errors);
    }
  });
});
