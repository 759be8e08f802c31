import { describe, expect, test } from "vitest";
import { pathsAndCodes, startBoth, transportsOf } from "./gateways.js";
import { generateOperation } from "./generate-operation.js";
import { sorted, throughSafeNames } from "./stock-oracle.js";
import { composeFixture } from "./supergraph-fixture.js";
import { fixtures } from "./supergraphs/index.js";

const total = Number(process.env["HUB_CORPUS"] ?? 300);
const firstSeed = Number(process.env["HUB_SEED"] ?? 1);
const perFixture = Math.ceil(total / fixtures.length);

describe.each(fixtures)("generated operations on $name", (fixture) => {
  const composed = composeFixture(fixture);
  const started = startBoth(composed.supergraphSdl, transportsOf(composed));

  test(`seeds ${firstSeed} to ${firstSeed + perFixture - 1}`, { timeout: 600_000 }, async () => {
    const { engine, json, stock, schema } = await started;
    for (let seed = firstSeed; seed < firstSeed + perFixture; seed++) {
      const { query, variables } = generateOperation(schema, seed);
      fixture.reset?.();
      const expected = await throughSafeNames(stock)(query, variables);
      fixture.reset?.();
      const found = await engine(query, variables);
      fixture.reset?.();
      const written = await json(query, variables);
      const label = `seed ${seed}: ${query} ${JSON.stringify(variables)}`;
      expect(JSON.stringify(written), label).toBe(JSON.stringify(found));
      if (fixture.stockIsWrong?.(query, found.data, expected.data) === true) {
        continue;
      }
      expect(JSON.stringify(sorted(found.data)), label).toBe(JSON.stringify(sorted(expected.data)));
      if (expected.extensions?.valueCompletion === undefined) {
        expect(pathsAndCodes(found), label).toEqual(pathsAndCodes(expected));
      }
    }
  });
});
