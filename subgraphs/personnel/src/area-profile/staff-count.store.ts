import type { Reads } from "@hub/kit";

/** A school in an academic year. */
export interface SchoolYear {
  readonly schoolId: string;
  readonly year: number;
}

/**
 * Counts of one school, year and stage on the census date, with what the school filed for the year.
 *
 * A school and year without counts has one row whose stage is null. `personId` is null in the row that counts the people
 * with a single assignment; those with several have a row of their own in each place, so that an area counts them once.
 */
export interface StaffRow extends SchoolYear {
  readonly filed: boolean;
  readonly approvedPosts: number | null;
  /** Of the return; null when none was filed. */
  readonly origin: string | null;
  readonly stage: string | null;
  readonly personId: string | null;
  readonly teachers: number;
  readonly permanentStaff: number;
  readonly staff: number;
  readonly teacherFte: number;
}

export interface StaffCountStore {
  /** Rows of the schools and years, of some stages or, for null, of all. One database query. */
  counts(keys: readonly SchoolYear[], stages: readonly string[] | null): Promise<readonly StaffRow[]>;
}

// The summary is kept equal to the records by the database. A school without counts has a row for what it filed.
const COUNTS = /* sql */ `
  select key.school_id as "schoolId", key.year, filed.school_id is not null as filed, filed.origin::text,
    quota.posts as "approvedPosts", counted.stage::text, counted.person_id as "personId", counted.teachers,
    counted.permanent_staff as "permanentStaff", counted.staff, counted.teacher_fte::float8 as "teacherFte"
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  left join staff_return filed on filed.school_id = key.school_id and filed.year = key.year
  left join staffing_quota quota on quota.school_id = key.school_id and quota.year = key.year
  left join hub_summary.staff_count counted on counted.school_id = key.school_id and counted.year = key.year
    and ($3::text[] is null or counted.stage::text = any ($3))
`;

/** Counts of staff. */
export function createStaffCountStore(reads: Reads): StaffCountStore {
  return {
    async counts(keys, stages) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year), stages];
      const query = { name: "personnel.staffCounts", text: COUNTS, values };
      return (await reads.query<StaffRow>(query)).rows;
    },
  };
}
