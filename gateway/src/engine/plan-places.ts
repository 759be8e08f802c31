import type { CompiledFetch } from "./compile-fetch.js";

/** The places of a plan at which entities are looked for, numbered. */
export class PlanPlaces {
  readonly #keys: readonly string[];

  constructor(fetches: readonly CompiledFetch[]) {
    this.#keys = [...new Set(fetches.map(({ pathKey }) => pathKey))];
  }

  /** Where a fetch looks for its entities. */
  placeOf({ pathKey }: CompiledFetch): number {
    return this.#keys.indexOf(pathKey);
  }

  /** The places to which a fetch may bring objects. */
  broughtBy({ brings }: CompiledFetch): readonly number[] {
    return this.#keys.flatMap((key, place) => (brings.some((path) => key.startsWith(path)) ? [place] : []));
  }

  /** The places by the fields that lead there, `/` before each. */
  byFields(): ReadonlyMap<string, number> {
    return new Map(this.#keys.map((key, place) => [`/${key}`.replaceAll("/@", "").slice(0, -1), place]));
  }
}
