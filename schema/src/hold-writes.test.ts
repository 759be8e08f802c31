import { once } from "node:events";
import { Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { expect, it } from "vitest";
import { holdWrites } from "./hold-writes.js";

/** A stream that tells what has left it. */
function stream(): { readonly stream: Writable; readonly left: string[] } {
  const left: string[] = [];
  const take = (chunk: Buffer, _: string, done: () => void): void => {
    left.push(String(chunk));
    done();
  };
  return { stream: new Writable({ write: take }), left };
}

it("sends what was written in one turn after it, in order, and later writes as ever", async () => {
  const { stream: held, left } = stream();
  holdWrites(held);
  held.write("a");
  holdWrites(held);
  held.write("b");
  await Promise.resolve();
  expect(left).toEqual([]);
  await turn();
  expect(left).toEqual(["a", "b"]);
  held.write("c");
  expect(left).toEqual(["a", "b", "c"]);
});

it("holds no more than 32 streams back", async () => {
  const streams = Array.from({ length: 33 }, stream);
  for (const { stream: held } of streams) {
    holdWrites(held);
    held.write("x");
  }
  // The 32nd let them go before it was written to itself.
  expect(streams.map(({ left }) => left.length)).toEqual([...Array<number>(32).fill(1), 0]);
  await turn();
  expect(streams.at(-1)?.left).toEqual(["x"]);
});

it("loses nothing of a stream that ends, and nothing of the others when one is destroyed", async () => {
  const [ended, destroyed, other] = [stream(), stream(), stream()];
  for (const { stream: held } of [ended, destroyed, other]) {
    holdWrites(held);
    held.write("x");
  }
  ended.stream.end();
  destroyed.stream.destroy();
  await once(ended.stream, "finish");
  await turn();
  expect([ended.left, destroyed.left, other.left]).toEqual([["x"], [], ["x"]]);
});

it("leaves alone what somebody else holds back", async () => {
  const { stream: held, left } = stream();
  held.cork();
  holdWrites(held);
  held.write("x");
  await turn();
  expect(left).toEqual([]);
  held.uncork();
  expect(left).toEqual(["x"]);
});
