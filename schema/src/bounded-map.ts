/** How much a map may hold beside its number of entries. */
export interface Bulk<K, V> {
  /** All entries together at most, in the unit of `of`. */
  readonly most: number;
  /** The size of an entry. */
  readonly of: (value: V, key: K) => number;
}

interface Entry<V> {
  readonly value: V;
  readonly size: number;
}

/**
 * A map of at most `capacity` entries, and of no more bulk than given, that forgets the least recently read ones.
 *
 * Every cache that a client's text can fill is one of these or an LRUCache, so that memory stays bounded.
 */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, Entry<V>>();
  readonly #capacity: number;
  readonly #most: number;
  readonly #sizeOf: Bulk<K, V>["of"];
  #size = 0;

  constructor(capacity: number, bulk?: Bulk<K, V>) {
    this.#capacity = capacity;
    this.#most = bulk?.most ?? Number.POSITIVE_INFINITY;
    this.#sizeOf = bulk?.of ?? (() => 0);
  }

  /** The value under `key`, which counts as a use, or undefined. */
  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    // Below half of what is allowed nothing is about to be forgotten, so the order of use need not be kept exactly.
    if (this.#entries.size * 2 > this.#capacity || this.#size * 2 > this.#most) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry.value;
  }

  /** Keeps `value` under `key`, forgetting what was read longest ago when there is too much; not if it is too much alone. */
  set(key: K, value: V): void {
    this.#delete(key);
    const size = this.#sizeOf(value, key);
    if (size > this.#most) return;
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity && this.#size <= this.#most) break;
      this.#delete(oldest);
    }
  }

  #delete(key: K): void {
    this.#size -= this.#entries.get(key)?.size ?? 0;
    this.#entries.delete(key);
  }
}
