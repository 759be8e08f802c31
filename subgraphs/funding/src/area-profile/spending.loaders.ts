import DataLoader from "dataloader";
import type { SpendingArea, SpendingTable } from "./spending-table.js";
import { spendingTable } from "./spending-table.js";
import type { SchoolYear, SpendingStore } from "./spending.store.js";

/** An area with the schools the register gives it. */
export interface AreaKey extends SpendingArea {
  readonly areaCode: string;
}

const areaKey = ({ areaCode, year, stage }: AreaKey) => `${areaCode}/${year}/${stage ?? "all"}`;
const schoolKey = ({ schoolId, year }: SchoolYear) => `${schoolId}/${year}`;

/**
 * Money paid to an area's schools, one database query per batch, whatever areas and stages it asks for.
 *
 * Key     { areaCode, year, stage, schoolIds }
 * Value   SpendingTable in cents; null slots where a school filed no accounts
 * Source  finance_return, payment of the calendar year
 */
export function createAreaSpendingLoader(store: SpendingStore): DataLoader<AreaKey, SpendingTable, string> {
  return new DataLoader<AreaKey, SpendingTable, string>((areas) => tables(store, areas), {
    name: "funding.areaSpending",
    cacheKeyFn: areaKey,
    maxBatchSize: 1000,
  });
}

/**
 * Money paid to one school in all its stages, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   a SpendingTable of that school alone
 * Source  as createAreaSpendingLoader
 */
export function createSchoolSpendingLoader(store: SpendingStore): DataLoader<SchoolYear, SpendingTable, string> {
  const areaOf = ({ schoolId, year }: SchoolYear) => ({ schoolIds: [schoolId], year, stage: null });
  return new DataLoader<SchoolYear, SpendingTable, string>((keys) => tables(store, keys.map(areaOf)), {
    name: "funding.schoolSpending",
    cacheKeyFn: schoolKey,
    maxBatchSize: 1000,
  });
}

async function tables(store: SpendingStore, areas: readonly SpendingArea[]): Promise<SpendingTable[]> {
  const asked = areas.flatMap(({ schoolIds, year }) => schoolIds.map((schoolId) => ({ schoolId, year })));
  const distinct = [...new Map(asked.map((key) => [schoolKey(key), key])).values()];
  const rowsByKey = Map.groupBy(distinct.length === 0 ? [] : await store.spending(distinct), schoolKey);
  return areas.map((area) =>
    spendingTable(area, (schoolId) => rowsByKey.get(schoolKey({ schoolId, year: area.year })) ?? []),
  );
}
