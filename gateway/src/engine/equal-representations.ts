import type { Data } from "./data.js";

/** The fields that represent entities of one type, when all are fields of the entity itself. */
export interface FlatKeys {
  readonly all: readonly string[];
  /** All but the type's name. */
  readonly values: readonly string[];
}

/** Entities whose values agree as far as they are no objects. */
interface Alike {
  readonly first: Data;
  readonly place: number;
  /** Places by the texts of the objects, once there is more than one to tell from another. */
  texts: Map<string, number> | undefined;
}

/** The entity lacks a field that represents it. */
export const INCOMPLETE = Symbol("incomplete");

function isObjectValue(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `${value.length}:${value}`;
    case "object":
      return value === null ? "null;" : "{;";
    default:
      return `${String(value)};`;
  }
}

/**
 * Finds equal representations of entities of one type.
 *
 * Values that are objects may be long: they are first compared by identity, and only those whose other values agree are
 * compared by what they hold.
 */
export class EqualRepresentations {
  readonly keys: FlatKeys;
  readonly #places = new Map<unknown, number>();
  #alike: Map<unknown, Alike> | undefined;

  constructor(keys: FlatKeys) {
    this.keys = keys;
  }

  /** The place of an equal entity's representation, or `next` for one not met before; INCOMPLETE without one. */
  place(entity: Data, next: number): number | typeof INCOMPLETE {
    const { values } = this.keys;
    const only = values.length === 1;
    let plain: unknown = "";
    let objects = false;
    for (const key of values) {
      const value = entity[key];
      if (value === undefined) {
        return INCOMPLETE;
      }
      objects ||= isObjectValue(value);
      // One value needs no text: strings and numbers are keys of a map as they are.
      plain = only ? value : (plain as string) + textOf(value);
    }
    if (objects) {
      return this.#placeByObjects(only ? "" : plain, entity, next);
    }
    const known = this.#places.get(plain);
    if (known === undefined) {
      this.#places.set(plain, next);
    }
    return known ?? next;
  }

  #placeByObjects(plain: unknown, entity: Data, next: number): number {
    this.#alike ??= new Map();
    const alike = this.#alike.get(plain);
    if (alike === undefined) {
      this.#alike.set(plain, { first: entity, place: next, texts: undefined });
      return next;
    }
    if (this.keys.values.every((key) => !isObjectValue(entity[key]) || entity[key] === alike.first[key])) {
      return alike.place;
    }
    alike.texts ??= new Map([[this.#objectsText(alike.first), alike.place]]);
    const text = this.#objectsText(entity);
    const known = alike.texts.get(text);
    if (known === undefined) {
      alike.texts.set(text, next);
    }
    return known ?? next;
  }

  #objectsText(entity: Data): string {
    return JSON.stringify(this.keys.values.map((key) => entity[key]));
  }
}
