import { describe, expect, test } from "vitest";
import type { Data } from "./data.js";
import { EqualRepresentations, INCOMPLETE } from "./equal-representations.js";

/** Places of entities that need these values, each new one at the next place. */
function placesOf(values: readonly string[], entities: readonly Data[]): readonly (number | typeof INCOMPLETE)[] {
  const equal = new EqualRepresentations({ all: ["__typename", ...values], values });
  let next = 0;
  return entities.map((entity) => {
    const place = equal.place(entity, next);
    if (place === next) next += 1;
    return place;
  });
}

describe("one value", () => {
  test("is equal to itself only, whatever it looks like as text", () => {
    const looks = ["null;", null, "1", 1, true, "true", "", "{;", '[{"a":1}]', { a: 1 }, ['{"a":1}'], [{ a: 1 }]];
    const entities = looks.map((id) => ({ id }));
    expect(placesOf(["id"], [...entities, ...entities])).toEqual([...looks.keys(), ...looks.keys()]);
  });

  test("that is an object is compared by what it holds", () => {
    const fact = { a: [1, { b: null }] };
    const ids = [fact, fact, { a: [1, { b: null }] }, { a: [1, { b: 0 }] }, { a: [1, { b: 0 }] }, fact];
    expect(
      placesOf(
        ["id"],
        ids.map((id) => ({ id })),
      ),
    ).toEqual([0, 0, 0, 1, 1, 0]);
  });

  test("that is not there makes no representation", () => {
    expect(placesOf(["id"], [{}, { id: undefined }, { id: 0 }])).toEqual([INCOMPLETE, INCOMPLETE, 0]);
  });
});

describe("several values", () => {
  test("do not run into one another", () => {
    const entities = [
      { a: "1", b: "2" },
      { a: "12", b: "" },
      { a: "1", b: 2 },
      { a: "1;1:2", b: "" },
      { a: null, b: "{;" },
      { a: null, b: {} },
      { a: "null;", b: "" },
    ];
    expect(placesOf(["a", "b"], [...entities, ...entities])).toEqual([...entities.keys(), ...entities.keys()]);
  });

  test("are equal when each is, objects by what they hold", () => {
    const long = { facts: [1, 2] };
    const entities = [
      { code: "1", a: long, b: [] },
      { code: "1", a: { facts: [1, 2] }, b: [] },
      { code: "2", a: long, b: [] },
      { code: "1", a: [], b: long },
      { code: "1", a: long, b: [0] },
      { code: "2", a: { facts: [1, 2] }, b: [] },
      { code: "1", a: long, b: [] },
    ];
    expect(placesOf(["code", "a", "b"], entities)).toEqual([0, 0, 1, 2, 3, 1, 0]);
  });

  test("of which an object stands where another has none are not equal", () => {
    const entities = [
      { a: {}, b: null },
      { a: null, b: {} },
      { a: {}, b: {} },
    ];
    expect(placesOf(["a", "b"], entities)).toEqual([0, 1, 2]);
  });
});

test("a type alone represents all its entities", () => {
  expect(placesOf([], [{}, { id: 1 }])).toEqual([0, 0]);
});
