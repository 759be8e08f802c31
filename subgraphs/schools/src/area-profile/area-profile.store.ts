import type { Reads } from "@hub/kit";

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
  areaFacts(keys: readonly AreaKey[]): Promise<readonly AreaFactRow[]>;
}

// An area is a division the school is linked to, the county above that division, or an authority.
const AREA_FACTS = /* sql */ `
  with key as (
    select area, stage, year, ordinal, make_date(year, 9, 1) as census
    from unnest($1::text[], $2::int[], $3::text[]) with ordinality as k(area, year, stage, ordinal)
  ),
  area_school as (
    select key.ordinal, member.school_id
    from key
    cross join lateral (
      select link.school_id
      from school_division link
      where link.division_code = key.area
        and link.valid_from <= key.census and (link.valid_to is null or link.valid_to > key.census)
      union all
      select link.school_id
      from division
      join school_division link on link.division_code = division.code
        and link.valid_from <= key.census and (link.valid_to is null or link.valid_to > key.census)
      where division.county_code = key.area and division.code <> key.area
      union all
      select link.school_id
      from school_authority link
      where link.authority_id = key.area
        and link.valid_from <= key.census and (link.valid_to is null or link.valid_to > key.census)
    ) as member
  )
  select key.ordinal::int, school.id as school_id, school.ownership::text,
    case when filed.school_id is null then null else coalesce(class.students, 0)::int end as students,
    case when filed.school_id is null then null else class.classes::int end as classes,
    filed.origin::text,
    population.people as "population3to5"
  from key
  join area_school on area_school.ordinal = key.ordinal
  join school on school.id = area_school.school_id
    and (school.opened_on is null or school.opened_on <= key.census)
    and (school.closed_on is null or school.closed_on > key.census)
    and (key.stage is null or key.stage = any (school.stages::text[]))
  left join school_return filed on filed.school_id = school.id and filed.year = key.year
  left join lateral (
    select sum(class_group.students) as students, count(*) as classes
    from class_group
    where class_group.school_id = school.id and class_group.year = key.year
      and (key.stage is null or class_group.stage::text = key.stage)
  ) as class on true
  left join population on population.division_code = key.area and population.year = key.year
    and population.band = 'AGE_3_5'
  order by key.ordinal, school.id
`;

/** The register's facts of areas. */
export function createAreaProfileStore(reads: Reads): AreaProfileStore {
  return {
    async areaFacts(keys) {
      const columns = [keys.map((key) => key.areaCode), keys.map((key) => key.year), keys.map((key) => key.stage)];
      const { rows } = await reads.query<AreaFactRow>({ name: "schools.areaFacts", text: AREA_FACTS, values: columns });
      return rows;
    },
  };
}
