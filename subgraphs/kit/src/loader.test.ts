import { expect, test } from "vitest";
import { Loader } from "./loader.js";

/** A loader that gives every text in capitals, with the keys of each of its reads. */
function capitals(keysAtMost?: number) {
  const reads: (readonly string[])[] = [];
  const read = async (keys: readonly string[]) => {
    reads.push(keys);
    await Promise.resolve();
    return keys.map((key) => (key === "bad" ? new Error("bad key") : key.toUpperCase()));
  };
  return { reads, loader: new Loader<string, string>("test.capitals", read, undefined, keysAtMost) };
}

test("what is asked for at one time is read once, each key once, in the order of each list", async () => {
  const { reads, loader } = capitals();
  const answers = await Promise.all([loader.loadAll(["b", "a", "b"]), loader.load("a"), loader.loadAll([])]);

  expect(answers).toEqual([["B", "A", "B"], "A", []]);
  expect(reads).toEqual([["b", "a"]]);
  expect(await loader.loadAll(["c", "a"])).toEqual(["C", "A"]);
  expect(reads).toEqual([["b", "a"], ["c"]]);
});

test("a key under way is waited for, not read again", async () => {
  const slow = Promise.withResolvers<void>();
  let reads = 0;
  const loader = new Loader<string, string>("test.slow", async (keys) => {
    reads += 1;
    await slow.promise;
    return [...keys];
  });
  const first = loader.load("a");
  await new Promise(setImmediate);
  const second = loader.load("a");
  await new Promise(setImmediate);
  slow.resolve();

  expect(await Promise.all([first, second])).toEqual(["a", "a"]);
  expect(reads).toBe(1);
});

test("more keys than a read takes are read by several", async () => {
  const { reads, loader } = capitals(2);
  expect(await loader.loadAll(["a", "b", "c"])).toEqual(["A", "B", "C"]);
  expect(reads).toEqual([["a", "b"], ["c"]]);
});

test("an Error is the failure of its key alone", async () => {
  const { loader } = capitals();
  const [good, bad] = await loader.loadAll(["a", "bad"]);
  expect(good).toBe("A");
  expect(bad).toBeInstanceOf(Error);
  await expect(loader.load("bad")).rejects.toThrow("bad key");
});

test("a read that fails fails its keys, and may be tried again", async () => {
  let works = false;
  const loader = new Loader<{ id: number }, number, number>(
    "test.flaky",
    (keys) => (works ? Promise.resolve(keys.map(({ id }) => id)) : Promise.reject(new Error("no database"))),
    ({ id }) => id,
  );
  const key = { id: 4 };
  const failed = await loader.loadAll([key, { id: 5 }]);
  expect(failed).toEqual([new Error("no database"), new Error("no database")]);
  works = true;
  expect(await loader.loadAll([key, { id: 4 }, { id: 5 }])).toEqual([4, 4, 5]);
});

test("too few values, and keys that are none, are told", async () => {
  const loader = new Loader<string, string>("test.short", () => Promise.resolve([]));
  await expect(loader.load("a")).rejects.toThrow("found 0 values; expected one for each of 1 keys");
  await expect(loader.load(undefined as never)).rejects.toThrow("found undefined; expected a key");
});

test("parents are given what their keys are: null without a key, themselves when they are Errors", async () => {
  const { reads, loader } = capitals();
  const lost = new Error("lost");
  const parents = [{ key: "a" }, { key: null }, lost, { key: "a" }, { key: "bad" }];
  const found = await loader.forAll(
    parents,
    ({ key }) => key,
    (value, { key }) => `${key}=${value}`,
  );

  expect(found).toEqual(["a=A", null, lost, "a=A", new Error("bad key")]);
  expect(reads).toEqual([["a", "bad"]]);
  expect(await loader.forAll([{ key: null }], ({ key }) => key)).toEqual([null]);
});
