import type { FactTable } from "@hub/schema";
import DataLoader from "dataloader";
import type { InspectionCountStore, SchoolYear } from "./inspection-count.store.js";
import type { InspectedArea } from "./inspection-table.js";
import { inspectionTable } from "./inspection-table.js";

/** An area with the schools the register gives it. */
export interface AreaKey extends InspectedArea {
  readonly areaCode: string;
}

const areaKey = ({ areaCode, year, stage }: AreaKey) => `${areaCode}/${year}/${stage ?? "all"}`;
const schoolKey = ({ schoolId, year }: SchoolYear) => `${schoolId}/${year}`;

/**
 * The inspections of an area by school, one database query per batch, whatever areas and stages it asks for.
 *
 * Key     { areaCode, year, stage, schoolIds }
 * Value   FactTable with the columns of `inspectionTable`
 * Source  inspection and finding in the calendar year, rectification_task on 31 December
 */
export function createInspectionFactsLoader(store: InspectionCountStore): DataLoader<AreaKey, FactTable, string> {
  return new DataLoader<AreaKey, FactTable, string>((areas) => inspectionTables(store, areas), {
    name: "inspection.inspectionFacts",
    cacheKeyFn: areaKey,
    maxBatchSize: 1000,
  });
}

/**
 * The inspections of one school in all its stages, one database query per batch.
 *
 * Key     { schoolId, year }
 * Value   a FactTable of that school alone
 * Source  as createInspectionFactsLoader
 */
export function createSchoolInspectionLoader(store: InspectionCountStore): DataLoader<SchoolYear, FactTable, string> {
  return new DataLoader<SchoolYear, FactTable, string>(
    (keys) =>
      inspectionTables(
        store,
        keys.map(({ schoolId, year }) => ({ schoolIds: [schoolId], year, stage: null })),
      ),
    { name: "inspection.schoolInspections", cacheKeyFn: schoolKey, maxBatchSize: 1000 },
  );
}

async function inspectionTables(store: InspectionCountStore, areas: readonly InspectedArea[]): Promise<FactTable[]> {
  const schoolYears = areas.flatMap(({ schoolIds, year }) => schoolIds.map((schoolId) => ({ schoolId, year })));
  const distinct = [...new Map(schoolYears.map((key) => [schoolKey(key), key])).values()];
  const rowsByKey = Map.groupBy(distinct.length === 0 ? [] : await store.counts(distinct), schoolKey);
  return areas.map((area) =>
    inspectionTable(area, (schoolId) => rowsByKey.get(schoolKey({ schoolId, year: area.year })) ?? []),
  );
}
