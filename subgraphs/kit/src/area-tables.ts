/** A school in a year. */
export interface SchoolYear {
  readonly schoolId: string;
  readonly year: number;
}

/** The schools of an area, in a year; a null stage means all. */
export interface SchoolArea {
  readonly schoolIds: readonly string[];
  readonly year: number;
  readonly stage: string | null;
}

/** How an owner makes tables of areas out of columns, one slot a school and year. */
export interface AreaTables<Area, Columns, Table> {
  /** Slots of the schools and years, in their order, of one stage or, for null, of all. Asked for at most 1,000 areas. */
  readonly read: (keys: readonly SchoolYear[], stage: string | null) => Promise<Columns>;
  /** Columns without a slot, for areas without schools: nothing is read for them. */
  readonly nothing: Columns;
  /** The table of one area; `slotOf` says where a school of the area stands in the columns. */
  readonly table: (area: Area, columns: Columns, slotOf: (schoolId: string) => number | undefined) => Table;
}

/** An area with the schools the register gives it. */
export interface AreaKey extends SchoolArea {
  readonly areaCode: string;
}

/** A school and year as the key of a map or cache. */
export const schoolYearKey = ({ schoolId, year }: SchoolYear): string => `${schoolId}/${year}`;

/** An area, year and stage as the key of a cache. */
export const areaKey = ({ areaCode, year, stage }: Omit<AreaKey, "schoolIds">): string =>
  `${areaCode}/${year}/${stage ?? "all"}`;

/** Tables of areas in their order: one read a stage, all at one time; a school of several areas is read once. */
export async function areaTables<Area extends SchoolArea, Columns, Table>(
  areas: readonly Area[],
  parts: AreaTables<Area, Columns, Table>,
): Promise<Table[]> {
  const tables = new Map<Area, Table>();
  const byStage = Map.groupBy(areas, ({ stage }) => stage);
  await Promise.all(
    [...byStage].map(async ([stage, ofStage]) => {
      const { keys, slotsOf } = slotsOfAreas(ofStage);
      const columns = keys.length === 0 ? parts.nothing : await parts.read(keys, stage);
      for (const area of ofStage) {
        const slots = slotsOf(area.year);
        tables.set(
          area,
          parts.table(area, columns, (schoolId) => slots.get(schoolId)),
        );
      }
    }),
  );
  return areas.map((area) => tables.get(area) as Table);
}

/** Where a school stands among the keys of its year. */
type Slots = Map<string, number>;

/** The schools and years of areas, each once, with the places where those of a year stand among them. */
export function slotsOfAreas(areas: readonly SchoolArea[]): {
  keys: readonly SchoolYear[];
  slotsOf: (year: number) => Slots;
} {
  const keys: SchoolYear[] = [];
  const byYear = new Map<number, Slots>();
  const slotsOf = (year: number): Slots => {
    const known = byYear.get(year) ?? new Map<string, number>();
    byYear.set(year, known);
    return known;
  };
  for (const { schoolIds, year } of areas) {
    const slots = slotsOf(year);
    for (const schoolId of schoolIds) {
      if (!slots.has(schoolId)) slots.set(schoolId, keys.push({ schoolId, year }) - 1);
    }
  }
  return { keys, slotsOf };
}
