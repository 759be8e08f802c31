import type { FigureDimensions, MeasureQuery, OwnerName } from "@hub/schema";
import { measureKey, measuresOf } from "@hub/schema";
import type { Pool } from "pg";
import { Loader } from "../loader.js";
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

/** Figures of one batch share their measures: each is read once. */
const KEYS_AT_MOST = 10_000;

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
): Loader<FigureDimensions, MeasureSet, string> {
  const cubes = createCubeLoader(pool, definitions);

  const take = async (query: MeasureQuery, figure: FigureDimensions): Promise<number | null> => {
    const cube = await cubes.load({ measure: query.measure, countyCode: figure.countyCode });
    return total(cube, query, figure);
  };

  return new Loader<FigureDimensions, MeasureSet, string>(
    `${owner}.measures`,
    (figures) =>
      Promise.all(
        figures.map(async (figure) => {
          const queries = measuresOf(figure, owner);
          const values = await Promise.all(queries.map((query) => take(query, figure)));
          return Object.fromEntries(queries.map((query, index) => [measureKey(query), values[index] ?? null]));
        }),
      ),
    (figure) => JSON.stringify(figure),
    KEYS_AT_MOST,
  );
}

function createCubeLoader(pool: Pool, definitions: readonly MeasureDefinition[]) {
  const read = async (name: string, counties: readonly string[]): Promise<readonly CubeRow[]> => {
    const definition = definitions.find((one) => one.name === name);
    if (definition === undefined)
      throw new TypeError(`Measure: found "${name}"; expected ${definitions.map((one) => one.name).join(", ")}`);
    const { rows } = await pool.query<CubeRow>({
      name: `measure.${name}`,
      text: `select * from (${definition.sql}) as cube where county_code = any($1)`,
      values: [counties],
    });
    return rows;
  };

  return new Loader<CubeKey, readonly CubeRow[], string>(
    "measures.cube",
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
    ({ measure, countyCode }) => `${measure}/${countyCode}`,
    KEYS_AT_MOST,
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
