import DataLoader from "dataloader";

/** Reads values of keys in their order; an Error is the failure of one key, a rejection that of all. */
export type ReadKeys<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/** What a list of keys gives: a value, or the Error its key fails with, for each in their order. */
export type Loaded<Value> = readonly (Value | Error)[];

interface Entry<Value> {
  value: Value | Error | undefined;
  /** Settles when the value is there; undefined once it is. */
  arrives: Promise<void> | undefined;
}

/**
 * Values of one request by key: all keys asked for at one time are read together, each once.
 *
 * Batches across fields with a DataLoader whose keys are whole lists, so that a list costs one promise, not one a key.
 */
export class Loader<Key, Value, Id = Key> {
  readonly #name: string;
  readonly #read: ReadKeys<Key, Value>;
  readonly #idOf: (key: Key) => Id;
  readonly #keysAtMost: number;
  readonly #entries = new Map<Id, Entry<Value>>();
  /** The same map where a key is its own id. */
  readonly #entriesByKey: Map<Key, Entry<Value>>;
  #lists: DataLoader<readonly Key[], Loaded<Value>> | undefined;

  /**
   * @param idOf tells equal keys apart from others where keys are objects
   * @param keysAtMost of one read; more are read by several at one time
   */
  constructor(name: string, read: ReadKeys<Key, Value>, idOf?: (key: Key) => Id, keysAtMost = 1_000) {
    this.#name = name;
    this.#read = read;
    this.#keysAtMost = keysAtMost;
    this.#idOf = idOf ?? ((key) => key as unknown as Id);
    this.#entriesByKey = idOf === undefined ? (this.#entries as unknown as Map<Key, Entry<Value>>) : new Map();
  }

  /** The value of one key; rejects with the Error it fails with. */
  async load(key: Key): Promise<Value> {
    const [value] = await this.loadAll([key]);
    if (value instanceof Error) throw value;
    return value as Value;
  }

  /** The values of keys, in their order. */
  loadAll(keys: readonly Key[]): Promise<Loaded<Value>> {
    this.#lists ??= new DataLoader((lists) => this.#readLists(lists), { name: this.#name, cache: false });
    return this.#lists.load(keys);
  }

  /**
   * What parents are to their keys, in the parents' order.
   *
   * @param keyOf of a parent; null for one without a key, whose value is null. An Error among the parents stays itself
   * @param valueOf what the value means for its parent; the value itself unless given
   */
  forAll<Parent, Result = Value>(
    parents: readonly (Parent | Error)[],
    keyOf: (parent: Parent) => Key | null,
    valueOf?: (value: Value, parent: Parent) => Result,
  ): Promise<Loaded<Result | null>> {
    const keys: Key[] = [];
    const places = parents.map((parent) => {
      const key = parent instanceof Error ? null : keyOf(parent);
      return key === null ? -1 : keys.push(key) - 1;
    });
    const resultAt = (index: number, values: Loaded<Value>): Result | Error | null => {
      const parent = parents[index] as Parent | Error;
      if (parent instanceof Error) return parent;
      const place = places[index] as number;
      if (place === -1) return null;
      const value = values[place] as Value | Error;
      return value instanceof Error || valueOf === undefined ? (value as Result | Error) : valueOf(value, parent);
    };
    const loaded = keys.length === 0 ? Promise.resolve([]) : this.loadAll(keys);
    return loaded.then((values) => parents.map((_, index) => resultAt(index, values)));
  }

  async #readLists(lists: readonly (readonly Key[])[]): Promise<Loaded<Value>[]> {
    const missing: Key[] = [];
    const made: Entry<Value>[] = [];
    const arriving = new Set<Promise<void>>();
    const entryOf = (key: Key): Entry<Value> => {
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
    };
    const entries = lists.map((keys) =>
      keys.map((key) => {
        const entry = entryOf(key);
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
      // What failed as a whole may be asked for again.
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
