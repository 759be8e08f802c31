import type { Pool } from "pg";

/** A school in an academic year. */
export interface SchoolYear {
  readonly schoolId: string;
  readonly year: number;
}

/** What every school asked for has one row of: whether it filed, and its approved posts when they are known. */
export interface StaffReturnRow extends SchoolYear {
  readonly filed: boolean;
  readonly approvedPosts: number | null;
}

/**
 * Counts of one school, year and stage on the census date.
 *
 * `personId` is null in the row that counts the people who are nowhere else in the hub that day; those who are in more
 * than one school or stage have a row each, so that an area counts them once.
 */
export interface StaffCountRow extends SchoolYear {
  readonly stage: string;
  readonly personId: string | null;
  readonly teachers: number;
  readonly permanentStaff: number;
  readonly staff: number;
  readonly teacherFte: number;
}

export interface StaffCountStore {
  /** Both kinds of rows of the schools and years. One database query. */
  counts(keys: readonly SchoolYear[]): Promise<readonly (StaffReturnRow | StaffCountRow)[]>;
}

// People are counted over the schools asked for only: elsewhere they cannot be counted twice.
const COUNTS = /* sql */ `
  with key as (
    select school_id, year, make_date(year, 9, 1) as census from unnest($1::text[], $2::int[]) as k(school_id, year)
  ),
  filed as (
    select key.school_id, key.year, key.census
    from key join staff_return on staff_return.school_id = key.school_id and staff_return.year = key.year
  ),
  present as (
    select filed.school_id, filed.year, assignment.stage, assignment.person_id,
      bool_or(assignment.teaches and assignment.role = 'TEACHER') as teaches,
      bool_or(assignment.holds_post and person.employment = 'PERMANENT') as permanent,
      bool_or(assignment.holds_post) as holds_post,
      sum(assignment.fte) filter (where assignment.teaches and assignment.role = 'TEACHER') as fte
    from filed
    join assignment on assignment.school_id = filed.school_id and assignment.valid_from <= filed.census
      and (assignment.valid_to is null or assignment.valid_to > filed.census)
    join person on person.id = assignment.person_id
    group by filed.school_id, filed.year, assignment.stage, assignment.person_id
  ),
  placed as (select present.*, count(*) over (partition by year, person_id) as places from present)
  select school_id as "schoolId", year, stage::text, case when places > 1 then person_id end as "personId",
    count(*) filter (where teaches)::int as teachers, count(*) filter (where permanent)::int as "permanentStaff",
    count(*) filter (where holds_post)::int as staff, coalesce(sum(fte), 0)::float8 as "teacherFte",
    null::boolean as filed, null::int as "approvedPosts"
  from placed
  group by 1, 2, 3, 4
  union all
  select key.school_id, key.year, null, null, null, null, null, null, filed.school_id is not null, quota.posts
  from key
  left join filed on filed.school_id = key.school_id and filed.year = key.year
  left join staffing_quota quota on quota.school_id = key.school_id and quota.year = key.year
`;

/** Counts of staff. */
export function createStaffCountStore(pool: Pool): StaffCountStore {
  return {
    async counts(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      const query = { name: "personnel.staffCounts", text: COUNTS, values };
      return (await pool.query<StaffReturnRow | StaffCountRow>(query)).rows;
    },
  };
}
