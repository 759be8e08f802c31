import { Loader } from "./loader.js";

/**
 * Lists of rows by the key they belong to, one database query per batch.
 *
 * Key     what `keyOf` gives of a row
 * Value   the rows of the key in the order they were read; none for a key without rows
 */
export function createRowsLoader<R>(
  name: string,
  keyOf: (row: R) => string | null,
  read: (keys: readonly string[]) => Promise<readonly R[]>,
): Loader<string, readonly R[]> {
  return new Loader(name, async (keys) => {
    const rowsByKey = Map.groupBy(await read(keys), keyOf);
    return keys.map((key) => rowsByKey.get(key) ?? NOTHING);
  });
}

/**
 * One row by its key, one database query per batch.
 *
 * Key     what `keyOf` gives of a row
 * Value   the row; null when there is none
 */
export function createRowLoader<R>(
  name: string,
  keyOf: (row: R) => string,
  read: (keys: readonly string[]) => Promise<readonly R[]>,
): Loader<string, R | null> {
  return new Loader<string, R | null>(name, async (keys) => {
    const rowByKey = new Map<string, R>();
    for (const row of await read(keys)) rowByKey.set(keyOf(row), row);
    return keys.map((key) => rowByKey.get(key) ?? null);
  });
}

const NOTHING: readonly never[] = [];
