import { Loader } from "@hub/kit";
import type { DivisionRow, DivisionStore, TownshipsKey } from "./division.store.js";

/**
 * A division of one level by code, one database query per batch.
 *
 * Key     the code
 * Value   the division; null when unknown or of another level
 */
export function createDivisionLoader(store: DivisionStore, level: "COUNTY" | "TOWNSHIP") {
  return new Loader<string, DivisionRow | null>(`schools.division.${level}`, async (codes) => {
    const rowByCode = new Map((await store.byCodes(codes, level)).map((row) => [row.code, row]));
    return codes.map((code) => rowByCode.get(code) ?? null);
  });
}

const townshipsKey = ({ countyCode, on }: TownshipsKey) => `${countyCode}/${on}`;

/**
 * The townships of a county valid on a day, one database query per batch.
 *
 * Key     { countyCode, on }
 * Value   townships by code; none for an unknown county
 */
export function createTownshipsLoader(store: DivisionStore) {
  return new Loader<TownshipsKey, readonly DivisionRow[], string>(
    "schools.townships",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.townships(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    townshipsKey,
  );
}
