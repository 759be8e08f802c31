import type { Pool } from "pg";

/** An area and stage (null: all) on a day; schools closed before it count from the first day of the period on. */
export interface AreaDay {
  readonly areaCode: string;
  readonly stage: string | null;
  readonly on: string;
  readonly paidFrom: string;
}

/** A school of one key; `ordinal` counts keys from 1. */
export interface AreaSchoolRow {
  readonly ordinal: number;
  readonly schoolId: string;
}

export interface AreaSchoolsStore {
  /** Schools of the areas, by key and id. One database query. */
  schools(keys: readonly AreaDay[]): Promise<readonly AreaSchoolRow[]>;
}

// A school belongs where it lies on the day, or lay on its last day: one that was merged away stays in the answer.
const AREA_SCHOOLS = /* sql */ `
  with key as (
    select area, day, paid_from, stage, ordinal
    from unnest($1::text[], $2::date[], $3::date[], $4::text[]) with ordinality as k(area, day, paid_from, stage, ordinal)
  ),
  link as (
    select key.ordinal, link.school_id, link.valid_from, link.valid_to
    from key
    join school_division link on link.division_code = key.area
    union all
    select key.ordinal, link.school_id, link.valid_from, link.valid_to
    from key
    join division on division.county_code = key.area and division.code <> key.area
    join school_division link on link.division_code = division.code
    union all
    select key.ordinal, link.school_id, link.valid_from, link.valid_to
    from key
    join school_authority link on link.authority_id = key.area
  )
  select distinct key.ordinal::int, school.id as "schoolId"
  from key
  join link on link.ordinal = key.ordinal
  join school on school.id = link.school_id
    and (school.opened_on is null or school.opened_on <= key.day)
    and (school.closed_on is null or school.closed_on > least(key.day, key.paid_from))
    and (key.stage is null or key.stage = any (school.stages::text[]))
  where link.valid_from <= least(key.day, school.closed_on - 1)
    and (link.valid_to is null or link.valid_to > least(key.day, school.closed_on - 1))
  order by 1, 2
`;

/** Schools of areas, those closed not long ago included. */
export function createAreaSchoolsStore(pool: Pool): AreaSchoolsStore {
  return {
    async schools(keys) {
      const values = [
        keys.map((key) => key.areaCode),
        keys.map((key) => key.on),
        keys.map((key) => key.paidFrom),
        keys.map((key) => key.stage),
      ];
      return (await pool.query<AreaSchoolRow>({ name: "schools.areaSchools", text: AREA_SCHOOLS, values })).rows;
    },
  };
}
