import DataLoader from "dataloader";
import type { SpendingArea, SpendingTable } from "./spending-table.js";
import { spendingTable } from "./spending-table.js";
import type { SchoolYear, SourceRow, SpendingColumns, SpendingStore } from "./spending.store.js";

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

/**
 * Money paid to one school by source, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   one row a source that paid; none when the school filed no accounts
 * Source  as createAreaSpendingLoader
 */
export function createSchoolSourcesLoader(store: SpendingStore): DataLoader<SchoolYear, readonly SourceRow[], string> {
  return new DataLoader<SchoolYear, readonly SourceRow[], string>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.sources(keys), schoolKey);
      return keys.map((key) => rowsByKey.get(schoolKey(key)) ?? []);
    },
    { name: "funding.schoolSources", cacheKeyFn: schoolKey, maxBatchSize: 1000 },
  );
}

/** The reads of several stages travel together. */
async function tables(store: SpendingStore, areas: readonly SpendingArea[]): Promise<SpendingTable[]> {
  const byStage = Map.groupBy(areas, ({ stage }) => stage);
  const tableOf = new Map<SpendingArea, SpendingTable>();
  await Promise.all(
    [...byStage].map(async ([stage, ofStage]) => {
      for (const table of await tablesOfStage(store, stage, ofStage)) tableOf.set(table.area, table);
    }),
  );
  return areas.map((area) => tableOf.get(area) as SpendingTable);
}

async function tablesOfStage(
  store: SpendingStore,
  stage: string | null,
  areas: readonly SpendingArea[],
): Promise<SpendingTable[]> {
  const slots = new Map<string, number>();
  const keys: SchoolYear[] = [];
  for (const { schoolIds, year } of areas) {
    for (const schoolId of schoolIds) {
      const key = schoolKey({ schoolId, year });
      if (!slots.has(key)) slots.set(key, keys.push({ schoolId, year }) - 1);
    }
  }
  const columns = keys.length === 0 ? NOTHING : await store.spending(keys, stage);
  return areas.map((area) =>
    spendingTable(area, columns, (schoolId) => slots.get(schoolKey({ schoolId, year: area.year }))),
  );
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
