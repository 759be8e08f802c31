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

// A school belongs where it lies on the day, or lay on its last day: one that was merged away stays in the answer. The
// offset keeps PostgreSQL from reading the schools of all counties to join those of one.
const AREA_SCHOOLS = /* sql */ `
  select distinct key.ordinal::int, school.id as "schoolId"
  from unnest($1::text[], $2::date[], $3::date[], $4::text[]) with ordinality as key(area, day, paid_from, stage, ordinal)
  cross join lateral (
    select link.school_id, link.valid_from, link.valid_to
    from school_division link
    where link.division_code = any (array(
      select code from division where county_code = key.area union all select key.area
    ))
    union all
    select link.school_id, link.valid_from, link.valid_to
    from school_authority link
    where link.authority_id = key.area
  ) as link
  cross join lateral (
    select id, closed_on from school
    where school.id = link.school_id
      and (school.opened_on is null or school.opened_on <= key.day)
      and (school.closed_on is null or school.closed_on > least(key.day, key.paid_from))
      and (key.stage is null or key.stage = any (school.stages::text[]))
    offset 0
  ) as school
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
