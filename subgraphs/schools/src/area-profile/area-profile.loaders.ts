import { Loader, areaKey } from "@hub/kit";
import type { FactTable } from "@hub/schema";
import { factTable, mixedOrigin } from "@hub/schema";
import type { AreaKey, AreaFactRow, AreaProfileStore } from "./area-profile.store.js";

/**
 * The register's facts of an area, one row a school, one database query per batch.
 *
 * Key     { areaCode, year, stage }
 * Value   FactTable with students, classes and the columns of KINDS; an area nobody knows has no schools
 * Source  school, school_division, school_authority, school_return, class_group on 1 September
 */
export function createAreaFactsLoader(store: AreaProfileStore): Loader<AreaKey, FactTable, string> {
  return new Loader<AreaKey, FactTable, string>(
    "schools.areaFacts",
    async (keys) => {
      const rows = await store.areaFacts(keys);
      const rowsByKey = Map.groupBy(rows, (row) => row.ordinal);
      return keys.map((key, index) => areaTable(key, rowsByKey.get(index + 1) ?? []));
    },
    areaKey,
  );
}

/** Whose students each column of kinds of school holds; indicators name the columns as inputs. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  publicStudents: ["PUBLIC"],
  inclusiveStudents: ["PUBLIC", "INCLUSIVE_PRIVATE"],
  registeredStudents: ["PUBLIC", "INCLUSIVE_PRIVATE", "OTHER_PRIVATE"],
};

/** The row's students when the school is of one of the kinds, else zero; null stays null. */
function studentsOf({ students, ownership }: AreaFactRow, ownerships: readonly string[]): number | null {
  return students === null ? null : ownerships.includes(ownership) ? students : 0;
}

function areaTable({ year }: AreaKey, rows: readonly AreaFactRow[]): FactTable {
  const columns: Record<string, readonly (number | null)[]> = {
    students: rows.map((row) => row.students),
    classes: rows.map((row) => row.classes),
  };
  for (const name in KINDS) columns[name] = rows.map((row) => studentsOf(row, KINDS[name] as readonly string[]));
  return factTable({
    schoolIds: rows.map((row) => row.school_id),
    columns,
    area: { population3to5: rows[0]?.population3to5 ?? null },
    source: "schools",
    asOf: `${year}-09-01`,
    origin: mixedOrigin(rows.map((row) => row.origin)),
  });
}
