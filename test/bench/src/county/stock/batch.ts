import DataLoader from "dataloader";

/** A school in a year. */
export interface SchoolYear {
  readonly schoolId: string;
  readonly year: number;
}

/** An area with the schools the register gives it. */
export interface Area {
  readonly areaCode: string;
  readonly year: number;
  readonly stage: string | null;
  readonly schoolIds: readonly string[];
}

/** First and last day of a calendar year, and the census day in it, as Prisma takes dates. */
export function daysOf(year: number): { first: Date; last: Date; census: Date; next: Date } {
  const day = (text: string): Date => new Date(`${text}T00:00:00Z`);
  return {
    first: day(`${year}-01-01`),
    last: day(`${year}-12-31`),
    census: day(`${year}-09-01`),
    next: day(`${year + 1}-01-01`),
  };
}

/** Prisma's condition for rows in force on a day. */
export function inForce(day: Date): object {
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] };
}

/** A date column as the graph shows it. */
export function dayText(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** A loader of lists of rows that belong to a school. */
export function listLoader<Row>(
  read: (ids: string[]) => Promise<readonly Row[]>,
  schoolOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader<string, readonly Row[]>(async (ids) => {
    const rows = Map.groupBy(await read([...ids]), schoolOf);
    return ids.map((id) => rows.get(id) ?? []);
  });
}

/** A loader of one row by its id. */
export function rowLoader<Row>(
  read: (ids: string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(async (ids) => {
    const rows = new Map((await read([...ids])).map((row) => [idOf(row), row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** A loader of what a school has in a year; rows are read once a year for all its schools. */
export function schoolYearLoader<Value>(
  read: (schoolIds: string[], year: number) => Promise<(schoolId: string) => Value>,
): DataLoader<SchoolYear, Value, string> {
  return new DataLoader<SchoolYear, Value, string>(
    async (keys) => {
      const byYear = Map.groupBy(keys, ({ year }) => year);
      const readers = new Map(
        await Promise.all(
          [...byYear].map(
            async ([year, own]) =>
              [
                year,
                await read(
                  own.map(({ schoolId }) => schoolId),
                  year,
                ),
              ] as const,
          ),
        ),
      );
      return keys.map(({ schoolId, year }) => (readers.get(year) as (schoolId: string) => Value)(schoolId));
    },
    { cacheKeyFn: ({ schoolId, year }) => `${schoolId}/${year}` },
  );
}
