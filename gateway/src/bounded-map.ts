/**
 * A map of at most `capacity` entries that forgets the least recently read one.
 *
 * Every cache of the gateway that a client's text can fill is one of these, so that memory stays bounded.
 */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value under `key`, which counts as a use, or undefined. */
  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    // Below half the capacity nothing is about to be forgotten, so the order of use need not be kept exactly.
    if (value !== undefined && this.#entries.size * 2 > this.#capacity) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  /** Keeps `value` under `key`, forgetting the oldest entry when there are too many. */
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) {
        this.#entries.delete(oldest.value);
      }
    }
  }

  clear(): void {
    this.#entries.clear();
  }
}
