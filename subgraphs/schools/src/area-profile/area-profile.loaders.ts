import { Loader, areaKey } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { mixedOrigin } from "@hub/schema";
import type { AreaKey, AreaFactRow, AreaProfileStore } from "./area-profile.store.js";

/**
 * The register's facts of an area, one row a school, one database query per batch.
 *
 * Key     { areaCode, year, stage }
 * Value   FactTable with the columns of COLUMNS; an area nobody knows has no schools
 * Source  school, school_division, school_authority, school_return, class_group on 1 September
 */
export function createAreaFactsLoader(store: AreaProfileStore): Loader<AreaKey, FactTable, string> {
  return new Loader<AreaKey, FactTable, string>(
    "schools.areaFacts",
    async (keys) => {
      const rows = await store.areaFacts(keys);
      const rowsByKey = Map.groupBy(rows, (row) => row.ordinal);
      return keys.map((key, index) => factTable(key, rowsByKey.get(index + 1) ?? []));
    },
    areaKey,
  );
}

type Column = (row: AreaFactRow) => number | null;

/** Columns of the register; indicators name them as inputs. */
const COLUMNS: Readonly<Record<string, Column>> = {
  students: (row) => row.students,
  classes: (row) => row.classes,
  publicStudents: (row) => studentsOf(row, ["PUBLIC"]),
  inclusiveStudents: (row) => studentsOf(row, ["PUBLIC", "INCLUSIVE_PRIVATE"]),
  registeredStudents: (row) => studentsOf(row, ["PUBLIC", "INCLUSIVE_PRIVATE", "OTHER_PRIVATE"]),
};

/** The row's students when the school is of one of the kinds, else zero; null stays null. */
function studentsOf({ students, ownership }: AreaFactRow, ownerships: readonly string[]): number | null {
  return students === null ? null : ownerships.includes(ownership) ? students : 0;
}

function factTable({ year }: AreaKey, rows: readonly AreaFactRow[]): FactTable {
  const columns = Object.entries(COLUMNS).map(([name, column]) => [name, rows.map(column)]);
  return {
    schoolIds: rows.map((row) => row.school_id),
    columns: Object.fromEntries(columns) as FactTable["columns"],
    area: { population3to5: rows[0]?.population3to5 ?? null },
    source: "schools",
    asOf: `${year}-09-01`,
    origin: mixedOrigin(rows.map((row) => row.origin)),
  };
}
