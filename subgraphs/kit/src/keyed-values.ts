/** Reads values of keys in their order; an Error is the failure of one key, a rejection that of all. */
export type ReadKeys<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** What a list of keys gives: a value, or the Error its key fails with, for each in their order. */
export type Loaded<Value> = readonly (Value | Error)[];

interface Entry<Value> {
  value: Value | Error | undefined;
  /** Settles when the value is there; undefined once it is. */
  arrives: Promise<void> | undefined;
}

/** Values by key that are there or under way, and the reading of those that are not. */
export class KeyedValues<Key, Value, Id> {
  readonly #name: string;
  readonly #read: ReadKeys<Key, Value>;
  readonly #idOf: (key: Key) => Id;
  readonly #keysAtMost: number;
  readonly #entries = new Map<Id, Entry<Value>>();
  /** The same map where a key is its own id. */
  readonly #entriesByKey: Map<Key, Entry<Value>>;

  constructor(name: string, read: ReadKeys<Key, Value>, idOf: ((key: Key) => Id) | undefined, keysAtMost: number) {
    this.#name = name;
    this.#read = read;
    this.#idOf = idOf ?? ((key) => key as unknown as Id);
    this.#keysAtMost = keysAtMost;
    this.#entriesByKey = idOf === undefined ? (this.#entries as unknown as Map<Key, Entry<Value>>) : new Map();
  }

  /** The values of each list; what no list before asked for is read, the keys of all lists together. Never rejects. */
  async ofLists(lists: readonly (readonly Key[])[]): Promise<Loaded<Value>[]> {
    const missing: Key[] = [];
    const made: Entry<Value>[] = [];
    const arriving = new Set<Promise<void>>();
    const entries = lists.map((keys) =>
      keys.map((key) => {
        const entry = this.#entryOf(key, missing, made);
        if (entry.arrives !== undefined) arriving.add(entry.arrives);
        return entry;
      }),
    );
    for (let start = 0; start < missing.length; start += this.#keysAtMost) {
      const end = start + this.#keysAtMost;
      arriving.add(this.#fill(missing.slice(start, end), made.slice(start, end)));
    }
    if (arriving.size > 0) await Promise.all(arriving);
    return entries.map((ofList) => ofList.map((entry) => entry.value as Value | Error));
  }

  /** The entry of a key; a new one is noted among those to be read. */
  #entryOf(key: Key, missing: Key[], made: Entry<Value>[]): Entry<Value> {
    // Fields of one parent ask with the very same key.
    const same = this.#entriesByKey.get(key);
    if (same !== undefined) return same;
    if (key === null || key === undefined) return { value: this.#noKey(key), arrives: undefined };
    const id = this.#idOf(key);
    let entry = this.#entries.get(id);
    if (entry === undefined) {
      entry = { value: undefined, arrives: undefined };
      this.#entries.set(id, entry);
      missing.push(key);
      made.push(entry);
    }
    this.#entriesByKey.set(key, entry);
    return entry;
  }

  #fill(keys: readonly Key[], entries: readonly Entry<Value>[]): Promise<void> {
    const arrives = this.#readInto(keys, entries);
    for (const entry of entries) entry.arrives = arrives;
    return arrives;
  }

  async #readInto(keys: readonly Key[], entries: readonly Entry<Value>[]): Promise<void> {
    const put = (valueAt: (index: number) => Value | Error): void => {
      for (const [index, entry] of entries.entries()) {
        entry.value = valueAt(index);
        entry.arrives = undefined;
      }
    };
    try {
      const values = await this.#read(keys);
      if (values.length !== keys.length) throw new TypeError(this.#unequal(keys.length, values.length));
      put((index) => values[index] as Value | Error);
    } catch (error) {
      // What failed as a whole may be asked for again; the map by key, where it is another, still has it.
      for (const key of keys) this.#entries.delete(this.#idOf(key));
      if (this.#entriesByKey.size > this.#entries.size) this.#entriesByKey.clear();
      put(() => (error instanceof Error ? error : new Error(String(error), { cause: error })));
    }
  }

  #noKey(key: unknown): TypeError {
    return new TypeError(`Loader ${this.#name}: found ${String(key)}; expected a key`);
  }

  #unequal(keys: number, values: number): string {
    return `Loader ${this.#name}: found ${values} values; expected one for each of ${keys} keys`;
  }
}
