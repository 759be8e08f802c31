import type { Reads } from "@hub/kit";
import type { ReturnFacts } from "../school-profile/return-facts.js";

/** An area in a year and stage; a null stage means all. */
export interface AreaKey {
  readonly areaCode: string;
  readonly year: number;
  readonly stage: string | null;
}

/** One school of one key (`ordinal` counts keys from 1); students and classes are null when it filed no return. */
export interface AreaFactRow {
  readonly ordinal: number;
  readonly school_id: string;
  readonly ownership: string;
  readonly students: number | null;
  readonly classes: number | null;
  /** Of the return; null when none was filed. */
  readonly origin: string | null;
  /** Of the area, the same in all its rows; null where no population is kept. */
  readonly population3to5: number | null;
}

export interface AreaProfileStore {
  /** Schools by key and id. One database query. */
  areaFacts(keys: readonly AreaKey[]): Promise<readonly AreaFactRow[]>;
}

/** A township as kept by year and stage: lists of one order, a value a school; the last three null without a return. */
type ReadyArea = readonly [
  ids: readonly string[],
  ownerships: readonly string[],
  students: readonly (number | null)[],
  classes: readonly (number | null)[],
  origins: readonly (string | null)[],
];

/** Id, ownership and stages of a school and its return, all one after the other, a school after the other. */
type ListedSchools = readonly (string | readonly (string | null)[] | ReturnFacts | null)[];

interface KeptArea {
  readonly ordinal: number;
  /** A {@link ReadyArea}; null where none is kept. */
  readonly ready: string | null;
  /** {@link ListedSchools} without brackets where nothing is ready; null for an area without schools. */
  readonly listed: string | null;
  readonly population3to5: number | null;
}

// An area is a division the school is linked to, the county above that division, or an authority. Townships are kept ready
// by year and stage. Other areas are put together of what is kept by school: while divisions are news a county is found by
// its divisions, and what is kept ready is not taken. Areas arrive as texts: many small values cost more to carry than to
// count.
const AREA_FACTS = /* sql */ `
  select key.ordinal::int, kept.facts as ready, case when kept.facts is null then (
    select string_agg(own.head || ',' || coalesce(filed.facts, 'null'), ',' order by own.school_id)
    from (
      select * from hub_summary.area_school
      where area = key.area and not exists (select from hub_summary.division_news)
      union all
      select * from hub_summary.area_school
      where area = any (array(select key.area union all select code from division where county_code = key.area))
        and (tie = 'DIVISION' or tie = 'AUTHORITY' and area = key.area)
        and exists (select from hub_summary.division_news)
    ) as own
    left join lateral (
      select facts from hub_summary.return_facts where year = key.year and school_id = own.school_id
      offset 0
    ) as filed on true
    where own.since <= asked.census and own.until > asked.census and own.closed > asked.census
      and (key.stage is null or key.stage = any (own.stages))
  ) end as listed, (
    select people from population where division_code = key.area and year = key.year and band = 'AGE_3_5'
  ) as "population3to5"
  from unnest($1::text[], $2::int[], $3::text[]) with ordinality as key(area, year, stage, ordinal)
  cross join lateral (select make_date(key.year, 9, 1) as census offset 0) as asked
  left join lateral (
    select facts from hub_summary.area_facts
    where area = key.area and year = key.year and stage = coalesce(key.stage, '')
      and not exists (select from hub_summary.division_news)
    offset 0
  ) as kept on true
`;

/** The register's facts of areas. */
export function createAreaProfileStore(reads: Reads): AreaProfileStore {
  return {
    async areaFacts(keys) {
      const values = [keys.map((key) => key.areaCode), keys.map((key) => key.year), keys.map((key) => key.stage)];
      const { rows } = await reads.query<KeptArea>({ name: "schools.areaFacts", text: AREA_FACTS, values });
      return rows.flatMap((area) => rowsOfArea(area, keys[area.ordinal - 1]?.stage ?? null));
    },
  };
}

function rowsOfArea({ ordinal, ready, listed, population3to5 }: KeptArea, stage: string | null): AreaFactRow[] {
  if (ready === null) return listed === null ? [] : rowsOfSchools({ ordinal, population3to5 }, listed, stage);
  const [ids, ownerships, students, classes, origins] = JSON.parse(ready) as ReadyArea;
  return ids.map((school_id, place) => ({
    ordinal,
    school_id,
    ownership: ownerships[place] as string,
    students: students[place] as number | null,
    classes: classes[place] as number | null,
    origin: origins[place] as string | null,
    population3to5,
  }));
}

function rowsOfSchools(
  area: Pick<AreaFactRow, "ordinal" | "population3to5">,
  listed: string,
  stage: string | null,
): AreaFactRow[] {
  const values = JSON.parse(`[${listed}]`) as ListedSchools;
  const rows: AreaFactRow[] = [];
  for (let place = 0; place < values.length; place += 4) {
    const filed = values[place + 3] as ReturnFacts | null;
    const [school_id, ownership] = [values[place] as string, values[place + 1] as string];
    rows.push({ ...area, school_id, ownership, ...countsOf(filed, stage), origin: filed && filed[0] });
  }
  return rows;
}

function countsOf(filed: ReturnFacts | null, stage: string | null): Pick<AreaFactRow, "students" | "classes"> {
  if (filed === null) return { students: null, classes: null };
  let [students, classes] = [0, 0];
  for (const taught of filed[1]) {
    if (stage !== null && taught[0] !== stage) continue;
    students += taught[1];
    classes += taught[2];
  }
  return { students, classes };
}
