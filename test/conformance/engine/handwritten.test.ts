import { describe, expect, test } from "vitest";
import { pathsAndCodes, startBoth, transportsOf } from "./gateways.js";
import { composeFixture } from "./supergraph-fixture.js";
import { fixtures } from "./supergraphs/index.js";

describe.each(fixtures)("engine and stock gateway on $name", (fixture) => {
  const composed = composeFixture(fixture);
  const started = startBoth(composed.supergraphSdl, transportsOf(composed));

  test.each(fixture.operations)("$query", async ({ query, variables }) => {
    const { engine, stock } = await started;
    const expected = await stock(query, variables);
    const found = await engine(query, variables);
    if (fixture.stockIsWrong?.(query, found.data, expected.data) === true) {
      return;
    }
    expect(found.data).toEqual(expected.data);
    expect(JSON.stringify(found.data)).toBe(JSON.stringify(expected.data));
    if (expected.extensions?.valueCompletion === undefined) {
      expect(pathsAndCodes(found)).toEqual(pathsAndCodes(expected));
    }
  });
});
