import { describe, expect, test } from "vitest";
import { generateOperation } from "../engine/generate-operation.js";
import type { Faults } from "./faults.js";
import { createFaultySchema } from "./faulty-schema.js";
import { expectSame } from "./oracle.js";

const total = Number(process.env["HUB_CORPUS"] ?? 300);

const BEHAVIOURS = [
  { name: "values at once, few faults", rate: 0.03, promises: 0 },
  { name: "values at once, many faults", rate: 0.2, promises: 0 },
  { name: "promises, no faults", rate: 0, promises: 0.5 },
  { name: "promises, few faults", rate: 0.03, promises: 0.4 },
  { name: "promises, many faults", rate: 0.2, promises: 0.7 },
];

describe("generated operations on resolvers that fail", () => {
  const schema = createFaultySchema();

  test.each(BEHAVIOURS)("$name", { timeout: 600_000 }, async ({ rate, promises }) => {
    let failed = 0;
    for (let seed = 1; seed <= total; seed++) {
      const context = (note: Faults["note"]): Faults => ({ seed, rate, promises, note });
      const { query, variables = {} } = generateOperation(schema, seed);
      const answer = await expectSame(schema, { query, variables, context });
      if (answer.includes('"errors"')) failed += 1;
    }
    if (rate === 0) expect(failed).toBeLessThan(total / 4);
    else expect(failed).toBeGreaterThan(total / 10);
  });
});
