import type { Reads, SchoolYear } from "@hub/kit";

/** Somebody with several assignments at one time: the person's id, then 1 or 0 as teacher, permanent staff, staff. */
export type SharedStaff = readonly [personId: string, teachers: number, permanentStaff: number, staff: number];

/**
 * The staff of schools on 1 September, by column: one slot a school and year, in the order asked.
 *
 * `teachers`, `permanentStaff` and `staff` count the people with a single assignment; those with several are listed in
 * each place, so that an area counts them once. The work of both is in `teacherFte`.
 */
export interface StaffColumns {
  readonly filed: readonly boolean[];
  /** Of the return; null when none was filed. */
  readonly origin: readonly (string | null)[];
  /** Of all stages; null when no quota is known. */
  readonly approvedPosts: readonly (number | null)[];
  readonly teachers: readonly number[];
  readonly permanentStaff: readonly number[];
  readonly staff: readonly number[];
  readonly teacherFte: readonly number[];
  readonly shared: readonly (readonly SharedStaff[] | null)[];
}

export interface StaffCountStore {
  /** Slots of the schools and years, of one stage or, for null, of all. One database query. */
  counts(keys: readonly SchoolYear[], stage: string | null): Promise<StaffColumns>;
}

// The summary is kept equal to the records by the database. Columns arrive as one row: thousands of small values cost
// more to carry than to count.
const COUNTS = /* sql */ `
  select json_agg(slot.filed order by place) as filed, json_agg(slot.origin order by place) as origin,
    json_agg(slot.posts order by place) as "approvedPosts", json_agg(slot.teachers order by place) as teachers,
    json_agg(slot.permanent order by place) as "permanentStaff", json_agg(slot.staff order by place) as staff,
    json_agg(slot.fte order by place) as "teacherFte", json_agg(slot.shared order by place) as shared
  from (
    select key.place, filed.school_id is not null as filed, filed.origin, quota.posts, counted.*
    from unnest($1::text[], $2::int[]) with ordinality as key(school_id, year, place)
    left join staff_return filed on filed.school_id = key.school_id and filed.year = key.year
    left join staffing_quota quota on quota.school_id = key.school_id and quota.year = key.year
    cross join lateral (
      select coalesce(sum(teachers) filter (where person_id is null), 0)::int as teachers,
        coalesce(sum(permanent_staff) filter (where person_id is null), 0)::int as permanent,
        coalesce(sum(staff) filter (where person_id is null), 0)::int as staff,
        coalesce(sum(teacher_fte), 0)::float8 as fte,
        json_agg(json_build_array(person_id, teachers, permanent_staff, staff)) filter (where person_id is not null)
          as shared
      from hub_summary.staff_count as own
      where own.school_id = key.school_id and own.year = key.year and ($3::text is null or own.stage::text = $3)
    ) as counted
  ) as slot
`;

/** Counts of staff. */
export function createStaffCountStore(reads: Reads): StaffCountStore {
  return {
    async counts(keys, stage) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year), stage];
      const query = { name: "personnel.staffCounts", text: COUNTS, values };
      const [columns] = (await reads.query<StaffColumns>(query)).rows;
      if (columns === undefined) throw new TypeError("personnel.staffCounts: found no row; expected one");
      return columns;
    },
  };
}
