import { readQuestions, SUBGRAPHS } from "@hub/schema";
import { loadSupergraph } from "@hub/gateway/supergraph";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { startHub, type TestHub } from "../../kit/hub.js";
import { generateOperation } from "./generate-operation.js";
import type { Answer } from "./gateways.js";
import { sorted, throughSafeNames } from "./stock-oracle.js";

const questions = await readQuestions();
const supergraphSdl = readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8");
const { apiSchema } = loadSupergraph(supergraphSdl);
const operations = Math.ceil(Number(process.env["HUB_CORPUS"] ?? 300) / 6);

let engine: TestHub;
let stock: TestHub;
let token: string;
beforeAll(async () => {
  engine = await startHub({ data: "real", gateway: { engine: "hub" } });
  stock = await startHub({ data: "real", gateway: { engine: "apollo" } });
  token = await engine.token({ roles: ["admin"] });
});

async function askStock(document: string, variables: object = {}): Promise<Answer> {
  const { data, errors } = await stock.ask(document, variables, { token });
  return { data, ...(errors.length > 0 && { errors }) };
}

function codes({ errors = [] }: Pick<Answer, "errors">): readonly string[] {
  return errors.map(({ path, extensions }) => JSON.stringify([path ?? null, extensions?.["code"]])).sort();
}

async function compare(document: string, variables: object, errorsToo: boolean): Promise<void> {
  const found = await engine.ask(document, variables, { token });
  const expected = await throughSafeNames(askStock)(document, variables as Readonly<Record<string, unknown>>);
  const label = `${document} ${JSON.stringify(variables)} ${JSON.stringify(found.errors)}`;
  expect(JSON.stringify(sorted(found.data)), label).toBe(JSON.stringify(sorted(expected.data)));
  if (errorsToo) {
    expect(codes(found), label).toEqual(codes(expected));
  }
}

describe("the hub's own graph", () => {
  test.each(questions)("question $number $name", ({ document, variables }) => compare(document, variables, true));

  test.each(SUBGRAPHS.map(({ name }) => name))("every question while %s is down", async (name) => {
    const back = [engine.takeDown(name), stock.takeDown(name)];
    for (const { document, variables } of questions) {
      // The stock gateway reports a failed fetch once and without a path.
      await compare(document, variables, false);
    }
    back.forEach((bring) => bring());
  });

  test(`${operations} generated operations`, { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= operations; seed++) {
      const { query, variables = {} } = generateOperation(apiSchema, seed);
      await compare(query, variables, false);
    }
  });
});
