import type { Pool } from "pg";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { lazily } from "./lazily.js";
import { connectionOf } from "./types/connection.type.js";
import { untilLeft } from "./until-left.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options: { type: "minor" | "major" }) => void;

const MEGABYTE = 1_048_576;

function oldBytes(): number {
  return getHeapSpaceStatistics()
    .filter(({ space_name }) => space_name === "old_space")
    .reduce((sum, space) => sum + space.space_used_size, 0);
}

/** What moves to the old objects when 2,000 requests of 10 kB each have come and gone, young objects being collected. */
function grownBy(request: (payload: readonly number[]) => unknown): number {
  const run = (requests: number): void => {
    for (let count = 0; count < requests; count++) {
      request(Array.from({ length: 1_250 }, (_, place) => place + count + 0.5));
      if (count % 100 === 99) collect({ type: "minor" });
    }
  };
  run(300);
  collect({ type: "major" });
  const before = oldBytes();
  run(2_000);
  return (oldBytes() - before) / MEGABYTE;
}

class List {}

test.each<[string, (payload: readonly number[]) => unknown]>([
  [
    "a connection",
    (payload) =>
      connectionOf<unknown, object, object>(
        List,
        { rows: [payload], hasNextPage: false },
        {
          order: "test",
          position: () => [1],
          node: () => ({ payload }),
          after: null,
          countAll: () => Promise.resolve(payload.length),
        },
      ),
  ],
  ["a database for one request", (payload) => DATABASE_FOR(Object.assign({ aborted: false }, { payload })).pool],
  ["parts made when read", (payload) => LAZY({ payload }).length],
])("%s is gone with its request, without a collection of all objects", (_, request) => {
  expect(grownBy(request)).toBeLessThan(2);
});

const DATABASE_FOR = untilLeft({ pool: { query: () => undefined } as unknown as Pool });
const LAZY = lazily<{ payload: readonly number[] }>()({ length: ({ payload }) => ({ payload }) });
