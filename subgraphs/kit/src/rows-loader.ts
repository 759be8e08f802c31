import DataLoader from "dataloader";

/**
 * Lists of rows by the key they belong to, one database query per batch, at most 1,000 keys.
 *
 * Key     what `keyOf` gives of a row
 * Value   the rows of the key in the order they were read; none for a key without rows
 */
export function createRowsLoader<R>(
  name: string,
  keyOf: (row: R) => string | null,
  read: (keys: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, readonly R[]> {
  return new DataLoader<string, readonly R[]>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await read(keys), keyOf);
      return keys.map((key) => rowsByKey.get(key) ?? []);
    },
    { name, maxBatchSize: 1000 },
  );
}

/**
 * One row by its key, one database query per batch, at most 1,000 keys.
 *
 * Key     what `keyOf` gives of a row
 * Value   the row; null when there is none
 */
export function createRowLoader<R>(
  name: string,
  keyOf: (row: R) => string,
  read: (keys: readonly string[]) => Promise<readonly R[]>,
): DataLoader<string, R | null> {
  return new DataLoader<string, R | null>(
    async (keys) => {
      const rowByKey = new Map((await read(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rowByKey.get(key) ?? null);
    },
    { name, maxBatchSize: 1000 },
  );
}
