import { Loader, areaKey, areaTables, schoolYearKey, type AreaKey, type SchoolArea, type SchoolYear } from "@hub/kit";
import type { SpendingTable } from "./spending-table.js";
import { spendingTable } from "./spending-table.js";
import type { SourceRow, SpendingColumns, SpendingStore } from "./spending.store.js";

/**
 * Money paid to an area's schools, one database query per batch, whatever areas and stages it asks for.
 *
 * Key     { areaCode, year, stage, schoolIds }
 * Value   SpendingTable in cents; null slots where a school filed no accounts
 * Source  finance_return, payment of the calendar year
 */
export function createAreaSpendingLoader(store: SpendingStore): Loader<AreaKey, SpendingTable, string> {
  return new Loader<AreaKey, SpendingTable, string>("funding.areaSpending", (areas) => tables(store, areas), areaKey);
}

/**
 * Money paid to one school in all its stages, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   a SpendingTable of that school alone
 * Source  as createAreaSpendingLoader
 */
export function createSchoolSpendingLoader(store: SpendingStore): Loader<SchoolYear, SpendingTable, string> {
  const areaOf = ({ schoolId, year }: SchoolYear) => ({ schoolIds: [schoolId], year, stage: null });
  return new Loader<SchoolYear, SpendingTable, string>(
    "funding.schoolSpending",
    (keys) => tables(store, keys.map(areaOf)),
    schoolYearKey,
  );
}

/**
 * Money paid to one school by source, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   one row a source that paid; none when the school filed no accounts
 * Source  as createAreaSpendingLoader
 */
export function createSchoolSourcesLoader(store: SpendingStore): Loader<SchoolYear, readonly SourceRow[], string> {
  return new Loader<SchoolYear, readonly SourceRow[], string>(
    "funding.schoolSources",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.sources(keys), schoolYearKey);
      return keys.map((key) => rowsByKey.get(schoolYearKey(key)) ?? []);
    },
    schoolYearKey,
  );
}

function tables(store: SpendingStore, areas: readonly SchoolArea[]): Promise<SpendingTable[]> {
  return areaTables(areas, { read: store.spending, nothing: NOTHING, table: spendingTable });
}

const NOTHING: SpendingColumns = {
  filed: [],
  origin: [],
  spending: [],
  personnelSpending: [],
  publicUseSpending: [],
  capitalSpending: [],
  aidSpending: [],
  aidPersonTimes: [],
};
