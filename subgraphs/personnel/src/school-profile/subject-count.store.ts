import type { Pool } from "pg";
import type { SchoolYear } from "@hub/kit";

/** Teachers of one subject; a return without teachers has one row with no count. */
export interface SubjectCountRow extends SchoolYear {
  readonly subject: string | null;
  readonly teachers: number;
  readonly teacherFte: number;
  readonly qualified: number;
  readonly notQualified: number;
}

export interface SubjectCountStore {
  subjects(keys: readonly SchoolYear[]): Promise<readonly SubjectCountRow[]>;
}

const SUBJECTS = /* sql */ `
  select filed.school_id as "schoolId", filed.year, assignment.subject,
    count(distinct assignment.person_id)::int as teachers, coalesce(sum(assignment.fte), 0)::float8 as "teacherFte",
    count(distinct assignment.person_id) filter (where assignment.qualified)::int as qualified,
    count(distinct assignment.person_id) filter (where not assignment.qualified)::int as "notQualified"
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  join staff_return filed on filed.school_id = key.school_id and filed.year = key.year
  left join assignment on assignment.school_id = filed.school_id and assignment.teaches and assignment.role = 'TEACHER'
    and assignment.valid_from <= make_date(filed.year, 9, 1)
    and (assignment.valid_to is null or assignment.valid_to > make_date(filed.year, 9, 1))
  group by filed.school_id, filed.year, assignment.subject
  order by teachers desc, assignment.subject nulls last
`;

/** Teachers by subject. */
export function createSubjectCountStore(pool: Pool): SubjectCountStore {
  return {
    async subjects(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      return (await pool.query<SubjectCountRow>({ name: "personnel.subjects", text: SUBJECTS, values })).rows;
    },
  };
}
