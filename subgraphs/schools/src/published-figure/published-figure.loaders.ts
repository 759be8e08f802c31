import { Loader, createRowLoader } from "@hub/kit";
import type { FiguresKey, PublishedFigureRow, PublishedFigureStore } from "./published-figure.store.js";

/** A published figure by id; null when unknown. One database query per batch. */
export function createPublishedFigureLoader(store: PublishedFigureStore) {
  return createRowLoader("schools.publishedFigure", (row: PublishedFigureRow) => row.id, store.byIds);
}

const idOf = (key: FiguresKey) => JSON.stringify(key);

/** The figures of a county's documents, in the documents' order. One database query per batch. */
export function createPublishedFiguresLoader(store: PublishedFigureStore) {
  return new Loader<FiguresKey, readonly PublishedFigureRow[], string>(
    "schools.publishedFigures",
    async (keys) => {
      const rowsByCounty = Map.groupBy(
        await store.ofCounties(keys.map((key) => key.countyCode)),
        (row) => row.countyCode,
      );
      return keys.map((key) => (rowsByCounty.get(key.countyCode) ?? []).filter((row) => wanted(row, key)));
    },
    idOf,
  );
}

function wanted(row: PublishedFigureRow, { year, indicators }: FiguresKey): boolean {
  const inYear = year === null || (row.yearFrom <= year && row.yearTo >= year);
  return inYear && (indicators === null || indicators.includes(row.indicator));
}
