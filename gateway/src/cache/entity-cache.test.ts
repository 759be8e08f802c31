import { PUBLIC_VIEWER } from "@hub/schema";
import { expect, it } from "vitest";
import type { HubContext } from "../hub-context.js";
import type { SubgraphRequest, SubgraphResult, SubgraphTransport } from "../transport/transport.js";
import { EntityCache } from "./entity-cache.js";

const QUERY =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Town { people } } }";

/** A subgraph that knows towns by number; town 13 is in error, town 99 does not exist. */
function towns() {
  const asked: number[][] = [];
  const people = (id: number) => (id === 99 || id === 13 ? null : { people: id * 10 });
  const transport: SubgraphTransport = {
    subgraph: "register",
    stamp: () => Promise.resolve("1"),
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
    execute({ variables = {} }): Promise<SubgraphResult> {
      const data: Record<string, unknown> = {};
      const errors: { message: string; path: (string | number)[] }[] = [];
      for (const [name, list] of Object.entries(variables)) {
        const ids = (list as { id: number }[]).map(({ id }) => id);
        const field = name === "representations" ? "_entities" : name.replace("representations", "entities");
        asked.push(ids);
        data[field] = ids.map(people);
        ids.forEach((id, place) => id === 13 && errors.push({ message: "unlucky", path: [field, place, "people"] }));
      }
      return Promise.resolve(errors.length === 0 ? { data } : { data, errors });
    },
  };
  return { transport, asked };
}

function call(stamp: string | null, scope = "public"): HubContext {
  return {
    viewer: PUBLIC_VIEWER,
    requestId: "test",
    deadline: Date.now() + 1_000,
    signal: new AbortController().signal,
    record: { operationName: null, codes: [], calls: {} },
    ...(stamp === null ? {} : { kept: { stamps: { register: stamp }, scope } }),
  };
}

const request = (lists: Readonly<Record<string, readonly number[]>>): SubgraphRequest => ({
  query: QUERY,
  kind: "query",
  variables: Object.fromEntries(
    Object.entries(lists).map(([name, ids]) => [name, ids.map((id) => ({ __typename: "Town", id }))]),
  ),
});

const entities = (result: SubgraphResult) => result.data?.["_entities"];

it("asks only for those it has no answer about, and puts all in their places", async () => {
  const { transport, asked } = towns();
  const cached = new EntityCache({ maxBytes: 100_000 }).over(transport);
  await cached.execute(request({ representations: [1, 2] }), call("a"));
  const result = await cached.execute(request({ representations: [3, 2, 99, 1] }), call("a"));
  expect(entities(result)).toEqual([{ people: 30 }, { people: 20 }, null, { people: 10 }]);
  expect(asked).toEqual([
    [1, 2],
    [3, 99],
  ]);
  await cached.execute(request({ representations: [99, 3] }), call("a"));
  expect(asked).toHaveLength(2);
});

it("asks again for another state of the data, another viewer's scope, and without either", async () => {
  const { transport, asked } = towns();
  const cached = new EntityCache({ maxBytes: 100_000 }).over(transport);
  await cached.execute(request({ representations: [1] }), call("a"));
  await cached.execute(request({ representations: [1] }), call("b"));
  await cached.execute(request({ representations: [1] }), call("b", "personnel"));
  await cached.execute(request({ representations: [1] }), call(null));
  expect(asked).toHaveLength(4);
  await cached.execute(request({ representations: [1] }), call("b"));
  expect(asked).toHaveLength(4);
});

it("says errors at the caller's places, and keeps nothing of an answer that has them", async () => {
  const { transport, asked } = towns();
  const cached = new EntityCache({ maxBytes: 100_000 }).over(transport);
  await cached.execute(request({ representations: [1, 2] }), call("a"));
  const result = await cached.execute(request({ representations: [1, 2, 5, 13] }), call("a"));
  expect(entities(result)).toEqual([{ people: 10 }, { people: 20 }, { people: 50 }, null]);
  expect(result.errors?.map(({ path }) => path)).toEqual([["_entities", 3, "people"]]);
  await cached.execute(request({ representations: [5] }), call("a"));
  expect(asked.at(-1)).toEqual([5]);
});

it("knows each part of a merged request", async () => {
  const { transport, asked } = towns();
  const cached = new EntityCache({ maxBytes: 100_000 }).over(transport);
  const both = request({ representations_0: [1, 2], representations_1: [2, 3] });
  const first = await cached.execute(both, call("a"));
  expect(first.data).toEqual({
    entities_0: [{ people: 10 }, { people: 20 }],
    entities_1: [{ people: 20 }, { people: 30 }],
  });
  expect(await cached.execute(both, call("a"))).toEqual(first);
  expect(asked).toHaveLength(2);
});

it("stays within its bytes", async () => {
  const { transport } = towns();
  const cache = new EntityCache({ maxBytes: 20_000 });
  const cached = cache.over(transport);
  for (let id = 100; id < 1_100; id += 1) await cached.execute(request({ representations: [id] }), call("a"));
  expect(cache.counts.entities).toBeGreaterThan(10);
  expect(cache.counts.bytes).toBeLessThanOrEqual(20_000);
});
