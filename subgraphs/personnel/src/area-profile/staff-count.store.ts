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
  /** Of the return; null when none was filed. */
  readonly origin: string | null;
}

/**
 * Counts of one school, year and stage on the census date.
 *
 * `personId` is null in the row that counts the people with a single assignment among the schools asked for; those with
 * several have a row of their own in each place, so that an area counts them once.
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
  /** Both kinds of rows of the schools and years, of some stages or, for null, of all. One database query. */
  counts(
    keys: readonly SchoolYear[],
    stages: readonly string[] | null,
  ): Promise<readonly (StaffReturnRow | StaffCountRow)[]>;
}

// Who has several assignments among the schools asked for is told apart, as only they could be counted twice; all others
// are counted by row, which is much faster than by distinct person. least() ignores the null `once` of all others.
// Thousands of people are looked up as one list, in the order of the index, rather than one by one.
const COUNTS = /* sql */ `
  with key as (
    select school_id, year, make_date(year, 9, 1) as census from unnest($1::text[], $2::int[]) as k(school_id, year)
  ),
  filed as (
    select key.school_id, key.year, key.census, staff_return.origin::text
    from key join staff_return on staff_return.school_id = key.school_id and staff_return.year = key.year
  ),
  present as materialized (
    select filed.school_id, filed.year, assignment.stage, assignment.person_id, assignment.fte, assignment.holds_post,
      assignment.teaches and assignment.role = 'TEACHER' as teaches
    from filed
    join assignment on assignment.school_id = filed.school_id and assignment.valid_from <= filed.census
      and (assignment.valid_to is null or assignment.valid_to > filed.census)
      and ($3::text[] is null or assignment.stage::text = any ($3))
  ),
  permanent as materialized (
    select id from person
    where id = any (array(select person_id from present where holds_post)) and employment = 'PERMANENT'
  ),
  several as (select year, person_id, 1 as once from present group by year, person_id having count(*) > 1)
  select present.school_id as "schoolId", present.year, present.stage::text, several.person_id as "personId",
    least(count(*) filter (where teaches), once)::int as teachers,
    least(count(*) filter (where holds_post and permanent.id is not null), once)::int as "permanentStaff",
    least(count(*) filter (where holds_post), once)::int as staff,
    coalesce(sum(fte) filter (where teaches), 0)::float8 as "teacherFte",
    null::boolean as filed, null::int as "approvedPosts", null::text as origin
  from present
  left join several on several.person_id = present.person_id and several.year = present.year
  left join permanent on permanent.id = present.person_id
  group by present.school_id, present.year, present.stage, several.person_id, several.once
  union all
  select key.school_id, key.year, null, null, null, null, null, null, filed.school_id is not null, quota.posts, filed.origin
  from key
  left join filed on filed.school_id = key.school_id and filed.year = key.year
  left join staffing_quota quota on quota.school_id = key.school_id and quota.year = key.year
`;

/** Counts of staff. */
export function createStaffCountStore(pool: Pool): StaffCountStore {
  return {
    async counts(keys, stages) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year), stages];
      const query = { name: "personnel.staffCounts", text: COUNTS, values };
      return (await pool.query<StaffReturnRow | StaffCountRow>(query)).rows;
    },
  };
}
