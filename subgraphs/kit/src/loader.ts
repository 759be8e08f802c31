import DataLoader from "dataloader";
import { KeyedValues, type Loaded, type ReadKeys } from "./keyed-values.js";

/**
 * Values of one request by key: all keys asked for at one time are read together, each once.
 *
 * Batches across fields with a DataLoader whose keys are whole lists, so that a list costs one promise, not one a key.
 * Nothing is made before the first key is asked for.
 */
export class Loader<Key, Value, Id = Key> {
  readonly #name: string;
  readonly #read: ReadKeys<Key, Value>;
  readonly #idOf: ((key: Key) => Id) | undefined;
  readonly #keysAtMost: number;
  #lists: DataLoader<readonly Key[], Loaded<Value>> | undefined;

  /**
   * @param idOf tells equal keys apart from others where keys are objects
   * @param keysAtMost of one read; more are read by several at one time
   */
  constructor(name: string, read: ReadKeys<Key, Value>, idOf?: (key: Key) => Id, keysAtMost = 1_000) {
    this.#name = name;
    this.#read = read;
    this.#idOf = idOf;
    this.#keysAtMost = keysAtMost;
  }

  /** The value of one key; rejects with the Error it fails with. */
  async load(key: Key): Promise<Value> {
    const [value] = await this.loadAll([key]);
    if (value instanceof Error) throw value;
    return value as Value;
  }

  /** The values of keys, in their order. */
  loadAll(keys: readonly Key[]): Promise<Loaded<Value>> {
    this.#lists ??= this.#start();
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

  #start(): DataLoader<readonly Key[], Loaded<Value>> {
    const values = new KeyedValues(this.#name, this.#read, this.#idOf, this.#keysAtMost);
    return new DataLoader((lists) => values.ofLists(lists), { name: this.#name, cache: false });
  }
}
