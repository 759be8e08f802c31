import { Engine } from "@hub/gateway/engine";
import { execute, parse, type GraphQLSchema } from "graphql";
import { expect, test } from "vitest";
import { contextFor, pathsAndCodes, transportsOf, type Answer } from "./gateways.js";
import { generateOperation } from "./generate-operation.js";
import { randomGraph, type GraphModel } from "./random-graph/graph-model.js";
import { subgraphsOf } from "./random-graph/graph-subgraphs.js";
import { objectsOf, valueOf, type Thing } from "./random-graph/graph-truth.js";
import { composeFixture, type ComposedFixture, type FixtureOperation } from "./supergraph-fixture.js";

const OPERATIONS = 10;
const graphs = Math.ceil(Number(process.env["HUB_CORPUS"] ?? 300) / 20);
const firstSeed = Number(process.env["HUB_SEED"] ?? 1);

/** The graph as one schema that answers from the model itself: what is right, with no gateway in between. */
async function truth(
  graph: GraphModel,
  schema: GraphQLSchema,
  { query, variables }: FixtureOperation,
): Promise<Answer["data"]> {
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    rootValue: {},
    typeResolver: (thing: Thing) => thing.__typename,
    fieldResolver(source: Thing & { no?: string }, { k }: { k?: number }, _context, { parentType, fieldName }) {
      if (parentType.name === "Meta") return source.no;
      if (parentType.name !== "Query" && parentType.name !== "Mutation") return valueOf(graph, source, fieldName, k);
      const field = graph.roots[parentType.name].get(fieldName);
      return field === undefined ? null : objectsOf(graph, `root.${fieldName}`, field);
    },
  });
  expect(errors).toBeUndefined();
  return data as Answer["data"];
}

function compose(graph: GraphModel): ComposedFixture | undefined {
  try {
    return composeFixture({ name: `seed ${graph.seed}`, subgraphs: subgraphsOf(graph), operations: [] });
  } catch {
    return undefined;
  }
}

test(
  `${graphs} random supergraphs from seed ${firstSeed} answer as one schema would`,
  { timeout: 900_000 },
  async () => {
    let found = 0;
    for (let seed = firstSeed; found < graphs; seed++) {
      const graph = randomGraph(seed);
      const composed = compose(graph);
      if (composed === undefined) continue;
      found += 1;
      const engine = new Engine({ supergraphSdl: composed.supergraphSdl, transports: transportsOf(composed) });
      const { apiSchema } = engine.schema;
      for (let number = 1; number <= OPERATIONS; number++) {
        const operation = generateOperation(apiSchema, seed * 100 + number);
        const { query, variables = {} } = operation;
        const request = { key: query, document: parse(query), operationName: undefined, variables };
        const answer = JSON.parse(await engine.executeToJson(request, contextFor())) as Answer;
        const label = `seed ${seed}, operation ${number}: ${query} ${JSON.stringify(variables)}`;
        expect(pathsAndCodes(answer), label).toEqual([]);
        expect(JSON.stringify(answer.data), label).toBe(JSON.stringify(await truth(graph, apiSchema, operation)));
      }
    }
  },
);
