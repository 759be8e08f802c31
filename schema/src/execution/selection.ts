import type { Execution } from "./execution.js";
import { isPromise } from "./graphql-promise.js";
import type { Path } from "./path.js";

/** An object of the response. */
export type Data = Record<string, unknown>;

/** One response key of a selection: gives its value, the promise of it, or throws for the object that holds it. */
export interface PreparedField {
  readonly key: string;
  /** @param path of the object, `data`, the field belongs to */
  readonly execute: (execution: Execution, source: unknown, path: Path | undefined, data: Data) => unknown;
}

/** What a prepared field does. */
export type ExecuteField = PreparedField["execute"];

/** The fields of one object type, merged and in order. */
export class Selection {
  readonly #fields: readonly PreparedField[];
  /** Whether a key would meet a prototype instead of the object. */
  readonly #bare: boolean;

  constructor(fields: readonly PreparedField[]) {
    this.#fields = fields;
    this.#bare = fields.some(({ key }) => key === "__proto__");
  }

  /** Reads all fields of `source`; promises only when a field gives one. Throws, or rejects, when a non-null one fails. */
  execute(execution: Execution, source: unknown, path: Path | undefined): Data | Promise<Data> {
    const data: Data = this.#bare ? (Object.create(null) as Data) : {};
    let waiting: Waiting | undefined;
    const { added } = execution.deferred;
    try {
      for (const { key, execute } of this.#fields) {
        const value = execute(execution, source, path, data);
        if (value === undefined) continue;
        data[key] = value;
        if (isPromise(value)) {
          waiting ??= { keys: [], promises: [] };
          waiting.keys.push(key);
          waiting.promises.push(value);
        }
      }
    } catch (error) {
      const defers = execution.deferred.added !== added;
      if (waiting === undefined && !defers) throw error;
      // The other fields are under way and may fail too; nobody else would handle that.
      const others = [defers && execution.deferred.waveFilled(), waiting && filled(data, waiting)];
      return Promise.all(others)
        .then(() => data)
        .finally(() => {
          throw error;
        });
    }
    return waiting === undefined ? data : filled(data, waiting);
  }
}

interface Waiting {
  readonly keys: string[];
  readonly promises: unknown[];
}

/** The object once its promises are kept, put where they stood. */
function filled(data: Data, { keys, promises }: Waiting): Promise<Data> {
  return Promise.all(promises).then((values) => {
    for (let index = 0; index < keys.length; index++) data[keys[index] as string] = values[index];
    return data;
  });
}
