import { expect, test } from "vitest";
import { BoundedMap } from "./bounded-map.js";

test("forgets the entry read longest ago when there are too many", () => {
  const map = new BoundedMap<string, number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.get("a");
  map.set("c", 3);
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([1, undefined, 3]);
});

test("forgets as many as a bulky one needs", () => {
  const map = new BoundedMap<string, string>(10, { most: 10, of: (value) => value.length });
  map.set("a", "aaaa");
  map.set("b", "bbbb");
  map.set("c", "cccccc");
  expect([map.get("a"), map.get("b"), map.get("c")]).toEqual([undefined, "bbbb", "cccccc"]);
  map.set("d", "d".repeat(10));
  expect([map.get("b"), map.get("c"), map.get("d")]).toEqual([undefined, undefined, "d".repeat(10)]);
});

test("does not keep what is too bulky alone, and forgets what it stood for", () => {
  const map = new BoundedMap<string, string>(10, { most: 10, of: (value) => value.length });
  map.set("a", "old");
  map.set("a", "x".repeat(11));
  expect(map.get("a")).toBeUndefined();
  map.set("b", "y".repeat(10));
  expect(map.get("b")).toBe("y".repeat(10));
});

test("counts an entry that is replaced once", () => {
  const map = new BoundedMap<string, string>(10, { most: 10, of: (value) => value.length });
  for (let times = 0; times < 5; times++) map.set("a", "aaaaaa");
  map.set("b", "bbbb");
  expect([map.get("a"), map.get("b")]).toEqual(["aaaaaa", "bbbb"]);
});
