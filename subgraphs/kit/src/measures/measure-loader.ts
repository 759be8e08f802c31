import type { FigureDimensions, MeasureQuery, OwnerName } from "@hub/schema";
import { measureKey, measuresOf } from "@hub/schema";
import DataLoader from "dataloader";
import type { Pool } from "pg";
import type { MeasureDefinition } from "./measure.js";

/** Measures by `measureKey`; null where the owner keeps no record of it in that county and period. */
export type MeasureSet = Readonly<Record<string, number | null>>;

interface CubeRow {
  readonly county_code: string;
  readonly year_from: number;
  readonly year_to: number;
  readonly value: string;
  readonly [dimension: string]: unknown;
}

interface CubeKey {
  readonly measure: string;
  readonly countyCode: string;
}

/**
 * The measures of one owner a published figure needs.
 *
 * Key     the figure's dimensions
 * Value   a MeasureSet, empty when the figure needs none of this owner's records
 * Cost    one database query per distinct measure of the batch, however many figures and counties
 * Source  the owner's records, by the SQL of the measure's definition
 */
export function createMeasureLoader(
  owner: OwnerName,
  pool: Pool,
  definitions: readonly MeasureDefinition[],
): DataLoader<FigureDimensions, MeasureSet, string> {
  const definitionByName = new Map(definitions.map((definition) => [definition.name, definition]));
  const cubes = createCubeLoader(pool, definitionByName);

  const take = async (query: MeasureQuery, figure: FigureDimensions): Promise<number | null> => {
    const cube = await cubes.load({ measure: query.measure, countyCode: figure.countyCode });
    return total(cube, query, figure);
  };

  return new DataLoader<FigureDimensions, MeasureSet, string>(
    (figures) =>
      Promise.all(
        figures.map(async (figure) => {
          const queries = measuresOf(figure, owner);
          const values = await Promise.all(queries.map((query) => take(query, figure)));
          return Object.fromEntries(queries.map((query, index) => [measureKey(query), values[index] ?? null]));
        }),
      ),
    { name: `${owner}.measures`, cacheKeyFn: (figure) => JSON.stringify(figure), maxBatchSize: 10_000 },
  );
}

function createCubeLoader(pool: Pool, definitions: ReadonlyMap<string, MeasureDefinition>) {
  const read = async (name: string, counties: readonly string[]): Promise<readonly CubeRow[]> => {
    const definition = definitions.get(name);
    if (definition === undefined)
      throw new TypeError(`Measure: found "${name}"; expected ${[...definitions.keys()].join(", ")}`);
    const { rows } = await pool.query<CubeRow>({
      name: `measure.${name}`,
      text: `select * from (${definition.sql}) as cube where county_code = any($1)`,
      values: [counties],
    });
    return rows;
  };

  return new DataLoader<CubeKey, readonly CubeRow[], string>(
    async (keys) => {
      const countiesByMeasure = Map.groupBy(keys, (key) => key.measure);
      const reads = [...countiesByMeasure].map(
        async ([measure, group]) =>
          [
            measure,
            await read(
              measure,
              group.map((key) => key.countyCode),
            ),
          ] as const,
      );
      const rowsByMeasure = new Map(await Promise.all(reads));
      return keys.map(({ measure, countyCode }) =>
        (rowsByMeasure.get(measure) ?? []).filter((row) => row.county_code === countyCode),
      );
    },
    {
      name: "measures.cube",
      cacheKeyFn: ({ measure, countyCode }) => `${measure}/${countyCode}`,
      maxBatchSize: 10_000,
    },
  );
}

function total(cube: readonly CubeRow[], { where = {}, years }: MeasureQuery, figure: FigureDimensions): number | null {
  const [from, to] = years ?? [figure.yearFrom, figure.yearTo];
  const rows = cube.filter(
    (row) =>
      row.year_from >= from &&
      row.year_to <= to &&
      Object.entries(where).every(([dimension, accepted]) => accepted.includes(String(row[dimension]))),
  );
  // Whole hundredths add up exactly where binary fractions would not.
  return rows.length === 0 ? null : rows.reduce((sum, row) => sum + Math.round(Number(row.value) * 100), 0) / 100;
}
