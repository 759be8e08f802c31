import { expect, test } from "vitest";
import { lazily } from "./lazily.js";

test("a member is made when it is first read, once for an object", () => {
  const made: string[] = [];
  const partsOf = lazily<string>()({
    upper: (source) => (made.push(`upper ${source}`), source.toUpperCase()),
    twice: (source) => (made.push(`twice ${source}`), source + source),
  });
  const [one, other] = [partsOf("a"), partsOf("b")];
  expect(made).toEqual([]);
  expect([one.upper, one.upper, other.upper, other.twice]).toEqual(["A", "A", "B", "bb"]);
  expect(made).toEqual(["upper a", "upper b", "twice b"]);
});

test("a maker that fails is asked again", () => {
  let tries = 0;
  const partsOf = lazily<null>()({
    fickle: () => {
      tries += 1;
      if (tries === 1) throw new Error("first");
      return tries;
    },
  });
  const parts = partsOf(null);
  expect(() => parts.fickle).toThrow("first");
  expect([parts.fickle, parts.fickle]).toEqual([2, 2]);
});
