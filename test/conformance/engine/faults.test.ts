import type { SubgraphTransport } from "@hub/gateway/transport";
import { isIntrospectionType, isObjectType, type GraphQLSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { faultyTransport, SECRET, type FaultKind } from "./faulty-transport.js";
import { pathsAndCodes, startBoth, transportsOf, type Answer } from "./gateways.js";
import { Random } from "./random.js";
import { sorted, throughSafeNames } from "./stock-oracle.js";
import { composeFixture, type SupergraphFixture } from "./supergraph-fixture.js";
import { fixtures } from "./supergraphs/index.js";

type Path = readonly (string | number)[];

/** Paths that are null in `found` where the healthy answer has a value. */
function losses(found: unknown, healthy: unknown, path: Path = []): Path[] {
  if (found === null) {
    return healthy === null || healthy === undefined ? [] : [path];
  }
  if (typeof found !== "object" || typeof healthy !== "object" || healthy === null) {
    return [];
  }
  return Object.entries(found as object).flatMap(([key, value]) =>
    losses(value, (healthy as Record<string, unknown>)[key], [...path, Array.isArray(found) ? Number(key) : key]),
  );
}

function explained(path: Path, answer: Answer): boolean {
  return (answer.errors ?? []).some((error) => path.every((step, index) => error.path?.[index] === step));
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value === null || value === undefined ? null : (value as Record<string, unknown>)[step]),
    data,
  );
}

/** Fields of a subgraph's objects, without those federation adds. */
function coordinates(schema: GraphQLSchema): readonly string[] {
  return (
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !isIntrospectionType(type) && !type.name.startsWith("_"))
      .flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      )
      // A custom scalar may be anything, so that no value of `echo` is wrong.
      .filter((coordinate) => !/\._(entities|service)$|^Query\.echo$/.test(coordinate))
  );
}

function faultsOf(schema: GraphQLSchema, random: Random): readonly FaultKind[] {
  const whole = ["unavailable", "timeout", "crash", "no data", "missing entities", "entity errors"] as const;
  const kinds = ["null", "absent", "wrong type", "object for list"] as const;
  const fields = coordinates(schema).flatMap((coordinate) =>
    kinds.map((change) => ({ kind: "field", coordinate, change }) as const),
  );
  return [
    ...whole.filter(() => random.chance(0.2 + share)).map((kind) => ({ kind })),
    ...fields.filter(() => random.chance(share * 0.5)),
  ];
}

/** The stock executor throws on some shapes; a client would see an operation without data. */
function orFailed(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch(() => ({}));
}

/** Whether subgraphs are told this field to find or compute others: then its fault shows elsewhere too. */
function isSentOn(fixture: SupergraphFixture, fault: FaultKind): boolean {
  const field = fault.kind === "field" ? fault.coordinate.slice(fault.coordinate.indexOf(".") + 1) : "";
  const sets = Object.values(fixture.subgraphs).flatMap(({ sdl }) => sdl.match(/fields: ".*?[^\\\\]"/g) ?? []);
  return field !== "" && sets.some((set) => new RegExp(`\\b${field}\\b`).test(set));
}

/** How many of the faults are tried: half of those in single fields and all others with HUB_CORPUS at 2000 or more. */
const share = Math.min(1, Number(process.env["HUB_CORPUS"] ?? 300) / 2_000);

const cases = fixtures.flatMap((fixture) =>
  Object.keys(fixture.subgraphs).map((subgraph) => ({ fixture, subgraph, name: fixture.name })),
);

describe.each(cases)("$name when $subgraph misbehaves", ({ fixture, subgraph }) => {
  const composed = composeFixture(fixture);
  const healthy = transportsOf(composed);
  const schema = composed.schemas.get(subgraph) as GraphQLSchema;
  const started = startBoth(composed.supergraphSdl, healthy);

  test.each(faultsOf(schema, new Random(subgraph.length * 31 + fixture.name.length)))(
    "$kind $coordinate $change",
    { timeout: 60_000 },
    async (fault) => {
      const inner = healthy.get(subgraph) as SubgraphTransport;
      const broken = await startBoth(
        composed.supergraphSdl,
        new Map([...healthy, [subgraph, faultyTransport(inner, schema, fault)]]),
      );
      const { engine: wellEngine } = await started;
      for (const { query, variables } of fixture.operations) {
        fixture.reset?.();
        const well = await wellEngine(query, variables);
        fixture.reset?.();
        const found = await broken.engine(query, variables);
        fixture.reset?.();
        const written = await broken.json(query, variables);
        fixture.reset?.();
        const expected = await orFailed(throughSafeNames(broken.stock)(query, variables));
        const label = `${query}\n${JSON.stringify(found)}`;

        expect(JSON.stringify(written.data), label).toBe(JSON.stringify(found.data));
        expect(pathsAndCodes(written), label).toEqual(pathsAndCodes(found));

        // An object where a list belongs fails the stock gateway's whole operation; the engine nulls the field.
        if (expected.data !== undefined && fixture.stockIsWrong?.(query, found.data, expected.data) !== true) {
          expect(JSON.stringify(sorted(found.data)), label).toBe(JSON.stringify(sorted(expected.data)));
        }
        expect(JSON.stringify(found), label).not.toContain(SECRET);
        for (const error of found.errors ?? []) {
          expect(
            Object.keys(error.extensions ?? {})
              .filter((key) => key !== "retryable")
              .sort(),
            label,
          ).toEqual(["code", "subgraph"]);
          expect(valueAt(found.data, error.path ?? []) ?? null, label).toBe(null);
        }
        if (
          fault.kind !== "missing entities" &&
          !(fault.kind === "field" && fault.change === "null") &&
          !isSentOn(fixture, fault)
        ) {
          const unexplained = losses(found.data, well.data).filter((path) => !explained(path, found));
          expect(unexplained, label).toEqual([]);
        }
      }
    },
  );
});
