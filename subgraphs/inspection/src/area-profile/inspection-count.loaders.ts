import { Loader, areaKey, schoolYearKey, slotsOfAreas, type AreaKey, type SchoolArea, type SchoolYear } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import type { InspectionCountRow, InspectionCountStore } from "./inspection-count.store.js";
import { inspectionTable } from "./inspection-table.js";

/**
 * What inspection knows of an area by school, in one database query per batch, whatever areas and stages it asks for.
 *
 * Key     { areaCode, year, stage, schoolIds }
 * Value   FactTable with the columns of `inspectionTable`; of `tasks`, only those of tasks say something
 * Source  tasks: rectification_task on 31 December; facts: inspection and finding in the year too
 */
export function createAreaInspectionLoaders(store: InspectionCountStore) {
  const areaLoader = (name: string, read: ReadCounts) =>
    new Loader<AreaKey, FactTable, string>(`inspection.${name}`, (areas) => inspectionTables(read, areas), areaKey);
  return {
    tasks: areaLoader("areaTasks", store.tasks),
    facts: areaLoader("inspectionFacts", readAll(store)),
  };
}

/**
 * The same of one school in all its stages.
 *
 * Key     { schoolId, year }
 * Value   a FactTable of that school alone
 * Source  as createAreaInspectionLoaders
 */
export function createSchoolInspectionLoaders(store: InspectionCountStore) {
  const areaOf = ({ schoolId, year }: SchoolYear) => ({ schoolIds: [schoolId], year, stage: null });
  const schoolLoader = (name: string, read: ReadCounts) =>
    new Loader<SchoolYear, FactTable, string>(
      `inspection.${name}`,
      (keys) => inspectionTables(read, keys.map(areaOf)),
      schoolYearKey,
    );
  return {
    tasks: schoolLoader("schoolTasks", store.tasks),
    inspections: schoolLoader("schoolInspections", readAll(store)),
  };
}

type ReadCounts = InspectionCountStore["tasks"];

/** Both kinds of counts; their reads travel together. */
function readAll(store: InspectionCountStore): ReadCounts {
  return async (keys) => (await Promise.all([store.tasks(keys), store.visits(keys)])).flat();
}

async function inspectionTables(read: ReadCounts, areas: readonly SchoolArea[]): Promise<FactTable[]> {
  const { keys, slotsOf } = slotsOfAreas(areas);
  const rowsBySlot: InspectionCountRow[][] = keys.map(() => []);
  for (const row of keys.length === 0 ? [] : await read(keys)) {
    const slot = slotsOf(row.year).get(row.schoolId);
    if (slot !== undefined) rowsBySlot[slot]?.push(row);
  }
  return areas.map((area) => {
    const slots = slotsOf(area.year);
    return inspectionTable(area, (schoolId) => rowsBySlot[slots.get(schoolId) as number] as InspectionCountRow[]);
  });
}
