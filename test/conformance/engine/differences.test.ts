import { describe, expect, test } from "vitest";
import { pathsAndCodes, startBoth, transportsOf } from "./gateways.js";
import { composeFixture, type FixtureOperation } from "./supergraph-fixture.js";
import { fixtures } from "./supergraphs/index.js";

interface Difference extends FixtureOperation {
  readonly fixture: string;
  readonly data: unknown;
}

/** Where the stock gateway is wrong, what is right was worked out by hand from the fixtures' data. */
const differences: readonly Difference[] = [
  {
    fixture: "requires-arguments",
    query: '{ products { home abroad label price(currency: "EUR") name } }',
    data: {
      products: [
        { home: 701, abroad: 102, label: "en-1:100", price: 100, name: "zh-1" },
        { home: 1401, abroad: 202, label: "en-2:200", price: 200, name: "zh-2" },
      ],
    },
  },
  {
    fixture: "requires-arguments",
    query: "{ products { makers(first: 1) { id } origin } }",
    data: {
      products: ["1", "2"].map((upc) => ({
        makers: [{ id: `p${upc}` }],
        origin: `country of p${upc},country of q${upc},country of r${upc}`,
      })),
    },
  },
  {
    fixture: "requires-chain",
    query: "{ cheapest { label } }",
    data: { cheapest: { label: "ship: 20/6" } },
  },
  {
    fixture: "requires-chain",
    query: "{ cheapest { advice shipping size { height } } product(upc: 3) { label mass } }",
    data: {
      cheapest: { advice: "20/6", shipping: 20, size: { height: 3 } },
      product: { label: "ship: null/1", mass: 7 },
    },
  },
  {
    fixture: "requires-chain",
    query: "query ($off: Boolean!) { products { volume shipping @skip(if: $off) } }",
    variables: { off: true },
    data: { products: [{ volume: 6 }, { volume: null }, { volume: 1 }] },
  },
  {
    fixture: "requires-circular",
    query: "{ lessons { report } lesson { report note } }",
    data: {
      lessons: [{ report: "<novice: true>" }, { report: "<novice: false>" }],
      lesson: { report: "<novice: true>", note: "novice: true" },
    },
  },
  {
    fixture: "keys",
    query: '{ school(id: "1") { code: id id: code headcount spent } }',
    data: { school: { code: "1", id: "S1", headcount: 1, spent: 10.25 } },
  },
  {
    fixture: "keys",
    query: "query ($representations: ID!) { school(id: $representations) { __typename: code headcount } }",
    variables: { representations: "2" },
    data: { school: { __typename: "S2", headcount: 1 } },
  },
  {
    fixture: "interface-object",
    query: '{ medium(id: "1") { __typename ... on Book { pages reviews(first: 1) { of { __typename } } } } }',
    data: { medium: { __typename: "Book", pages: 1200, reviews: [{ of: { __typename: "Book" } }] } },
  },
  {
    fixture: "provides",
    query: "{ best { ... on Review { ... on Review { id ... on Review { stars } } body id } stars } }",
    data: { best: { id: "r1", stars: 5, body: "good" } },
  },
];

describe.each(differences)("on $fixture the engine is right", ({ fixture: name, query, variables, data }) => {
  const fixture = fixtures.find((candidate) => candidate.name === name);
  if (fixture === undefined) {
    throw new Error(`Fixture: found no ${name}; expected one of supergraphs/index.ts.`);
  }
  const composed = composeFixture(fixture);
  const started = startBoth(composed.supergraphSdl, transportsOf(composed));

  test(query, async () => {
    const { engine, json } = await started;
    const found = await engine(query, variables);
    expect(JSON.stringify(found.data)).toBe(JSON.stringify(data));
    expect(pathsAndCodes(found)).toEqual([]);
    expect(await json(query, variables)).toEqual(found);
  });
});
