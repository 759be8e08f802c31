import type { Data } from "./data.js";
import { EqualRepresentations, INCOMPLETE } from "./equal-representations.js";
import type { CompiledRequires } from "./representations.js";

/** The entity has nothing to be found by. */
export const UNASKABLE = -1;

function countKeys(entity: Data): number {
  let count = 0;
  for (const _key in entity) {
    count += 1;
  }
  return count;
}

/** Representations for one call, equal ones once. */
export class RepresentationSet {
  readonly values: Data[] = [];
  readonly #requires: CompiledRequires;
  /** The type met last: entities of one type stand together. */
  #type: unknown = UNASKABLE;
  #flat: EqualRepresentations | undefined;
  /** Of types met before it. */
  #others: Map<unknown, EqualRepresentations | undefined> | undefined;
  #byText: Map<string, number> | undefined;

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
    return flat !== undefined && countKeys(entity) === flat.keys.all.length;
  }

  #flatFor(typename: unknown): EqualRepresentations | undefined {
    if (typename !== this.#type) {
      if (this.#type !== UNASKABLE) {
        this.#others ??= new Map();
        this.#others.set(this.#type, this.#flat);
      }
      this.#flat = this.#others?.has(typename) === true ? this.#others.get(typename) : this.#makeFlat(typename);
      this.#type = typename;
    }
    return this.#flat;
  }

  #makeFlat(typename: unknown): EqualRepresentations | undefined {
    const keys = typeof typename === "string" ? this.#requires.flatKeys(typename) : undefined;
    return keys && new EqualRepresentations(keys);
  }

  #placeFlat(entity: Data, flat: EqualRepresentations): number {
    const next = this.values.length;
    const place = flat.place(entity, next);
    if (place === INCOMPLETE) {
      return UNASKABLE;
    }
    if (place === next) {
      const representation: Data = {};
      for (const key of flat.keys.all) {
        representation[key] = entity[key];
      }
      this.#requires.rewrite?.(representation);
      this.values.push(representation);
    }
    return place;
  }

  #placeByText(entity: Data): number {
    const representation = this.#requires.read(entity);
    if (representation === null) {
      return UNASKABLE;
    }
    this.#byText ??= new Map();
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
