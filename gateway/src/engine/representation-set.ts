import type { Data } from "./data.js";
import type { CompiledRequires } from "./representations.js";

/** The entity has nothing to be found by. */
export const UNASKABLE = -1;

interface FlatPlaces {
  readonly keys: readonly string[];
  readonly places: Map<unknown, number>;
}

function countKeys(entity: Data): number {
  let count = 0;
  for (const _key in entity) {
    count += 1;
  }
  return count;
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `${value.length}:${value}`;
    case "number":
    case "boolean":
      return `${value};`;
    default:
      return `${JSON.stringify(value)};`;
  }
}

/** Representations for one call, equal ones once. */
export class RepresentationSet {
  readonly values: Data[] = [];
  readonly #requires: CompiledRequires;
  readonly #byType = new Map<unknown, FlatPlaces | undefined>();
  readonly #byText = new Map<string, number>();

  constructor(requires: CompiledRequires) {
    this.#requires = requires;
  }

  /** Where the entity's representation stands in `values`, added when there is no equal one; UNASKABLE without one. */
  place(entity: Data): number {
    const flat = this.#flatFor(entity["__typename"]);
    return flat === undefined ? this.#placeByText(entity) : this.#placeFlat(entity, flat);
  }

  /** Whether an entity is nothing but what represents it, so that an equal one can stand for it. */
  isBare(entity: Data): boolean {
    const flat = this.#flatFor(entity["__typename"]);
    return flat !== undefined && countKeys(entity) === flat.keys.length;
  }

  #flatFor(typename: unknown): FlatPlaces | undefined {
    const known = this.#byType.get(typename);
    if (known !== undefined || this.#byType.has(typename)) {
      return known;
    }
    const keys = typeof typename === "string" ? this.#requires.flatKeys(typename) : undefined;
    const made = keys && { keys, places: new Map<unknown, number>() };
    this.#byType.set(typename, made);
    return made;
  }

  #placeFlat(entity: Data, { keys, places }: FlatPlaces): number {
    let found: unknown = "";
    for (const key of keys) {
      const value = entity[key];
      if (value === undefined) {
        return UNASKABLE;
      }
      if (key !== "__typename") {
        // One key needs no text: strings and numbers are keys of a map as they are.
        found = keys.length === 2 && typeof value !== "object" ? value : `${found as string}${textOf(value)}`;
      }
    }
    const known = places.get(found);
    if (known !== undefined) {
      return known;
    }
    const representation: Data = {};
    for (const key of keys) {
      representation[key] = entity[key];
    }
    this.#requires.rewrite?.(representation);
    const place = this.values.push(representation) - 1;
    places.set(found, place);
    return place;
  }

  #placeByText(entity: Data): number {
    const representation = this.#requires.read(entity);
    if (representation === null) {
      return UNASKABLE;
    }
    const text = JSON.stringify(representation);
    const known = this.#byText.get(text);
    if (known !== undefined) {
      return known;
    }
    const place = this.values.push(representation) - 1;
    this.#byText.set(text, place);
    return place;
  }
}
