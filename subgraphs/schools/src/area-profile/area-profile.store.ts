import type { Reads } from "@hub/kit";
import { stagesTaught, type ReturnFacts } from "../school-profile/return-facts.js";

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

/** Columns of one length; null for an area without schools. */
interface AreaColumns {
  readonly ordinal: number;
  readonly schoolIds: readonly string[] | null;
  readonly ownerships: readonly string[];
  readonly facts: string;
  readonly population3to5: number | null;
}

// An area is a division the school is linked to, the county above that division, or an authority. The offsets keep
// PostgreSQL from reading the schools of all counties to join those of one. Columns arrive as one row an area: many small
// values cost more to carry than to count.
const AREA_FACTS = /* sql */ `
  select key.ordinal::int, own.*, (
    select people from population where division_code = key.area and year = key.year and band = 'AGE_3_5'
  ) as "population3to5"
  from unnest($1::text[], $2::int[], $3::text[]) with ordinality as key(area, year, stage, ordinal)
  cross join lateral (
    select make_date(key.year, 9, 1) as census,
      (select stage from unnest(enum_range(null::"Stage")) as stage where stage::text = key.stage) as stage
    offset 0
  ) as asked
  cross join lateral (
    select json_agg(school.id order by school.id) as "schoolIds",
      json_agg(school.ownership order by school.id) as ownerships,
      string_agg(coalesce(filed.facts, 'null'), ',' order by school.id) as facts
    from (
      select link.school_id
      from school_division link
      where link.division_code = any (array(
          select key.area union all select code from division where county_code = key.area and code <> key.area
        ))
        and link.valid_from <= asked.census and (link.valid_to is null or link.valid_to > asked.census)
      union all
      select link.school_id
      from school_authority link
      where link.authority_id = key.area
        and link.valid_from <= asked.census and (link.valid_to is null or link.valid_to > asked.census)
    ) as member
    cross join lateral (
      select id, ownership from school
      where id = member.school_id
        and (opened_on is null or opened_on <= asked.census) and (closed_on is null or closed_on > asked.census)
        and (key.stage is null or asked.stage = any (stages))
      offset 0
    ) as school
    left join lateral (
      select facts from hub_summary.return_facts as own where own.year = key.year and own.school_id = member.school_id
      offset 0
    ) as filed on true
  ) as own
  order by key.ordinal
`;

/** The register's facts of areas. */
export function createAreaProfileStore(reads: Reads): AreaProfileStore {
  return {
    async areaFacts(keys) {
      const values = [keys.map((key) => key.areaCode), keys.map((key) => key.year), keys.map((key) => key.stage)];
      const { rows } = await reads.query<AreaColumns>({ name: "schools.areaFacts", text: AREA_FACTS, values });
      return rows.flatMap((columns) => rowsOfArea(columns, keys[columns.ordinal - 1]?.stage ?? null));
    },
  };
}

function rowsOfArea(columns: AreaColumns, stage: string | null): AreaFactRow[] {
  const { ordinal, schoolIds, ownerships, population3to5 } = columns;
  if (schoolIds === null) return [];
  const facts = JSON.parse(`[${columns.facts}]`) as (ReturnFacts | null)[];
  return schoolIds.map((school_id, place) => {
    const filed = facts[place] ?? null;
    const stages = filed && stagesTaught(filed).filter((one) => stage === null || one.stage === stage);
    return {
      ordinal,
      school_id,
      ownership: ownerships[place] as string,
      students: stages && stages.reduce((sum, one) => sum + one.students, 0),
      classes: stages && stages.reduce((sum, one) => sum + one.classes, 0),
      origin: filed && filed[0],
      population3to5,
    };
  });
}
