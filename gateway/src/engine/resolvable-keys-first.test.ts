import { expect, test } from "vitest";
import { resolvableKeysFirst } from "./resolvable-keys-first.js";

test("moves what a graph resolves before what it only names, within the graph alone", () => {
  const sdl = `# The text around stays.
type Bus
  @join__type(graph: DEPOT, key: "plate", resolvable: false)
  @join__type(graph: REGISTRY, key: "chassis", resolvable: false)
  @note(text: "between")
  @join__type(graph: DEPOT, key: "fleet number")
  @join__type(graph: REGISTRY, key: "plate", extension: true, resolvable: true)
  @join__type(graph: DEPOT, key: "badge")
{ plate: ID! }`;

  expect(resolvableKeysFirst(sdl)).toBe(`# The text around stays.
type Bus
  @join__type(graph: DEPOT, key: "fleet number")
  @join__type(graph: REGISTRY, key: "plate", extension: true, resolvable: true)
  @note(text: "between")
  @join__type(graph: DEPOT, key: "badge")
  @join__type(graph: REGISTRY, key: "chassis", resolvable: false)
  @join__type(graph: DEPOT, key: "plate", resolvable: false)
{ plate: ID! }`);
});

test.each([
  `type Bus @join__type(graph: DEPOT, key: "a") @join__type(graph: DEPOT, key: "b", resolvable: false) { a: ID! b: ID! }`,
  `type Bus @join__type(graph: DEPOT, key: "a", resolvable: false) @join__type(graph: SHOP, key: "a") { a: ID! }`,
  `interface Ride @join__type(graph: DEPOT) { a: ID! } scalar Plate @join__type(graph: DEPOT)`,
])("leaves %s as it is", (sdl) => {
  expect(resolvableKeysFirst(sdl)).toBe(sdl);
});
