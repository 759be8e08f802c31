import type { Viewer } from "@hub/schema";
import { areaPrefix } from "@hub/kit";
import type { Pool } from "pg";

/** A member of staff as the database keeps it, without the identity hash. */
export interface TeacherRow {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly birthYear: number;
  readonly education: string;
  readonly title: string;
  readonly employment: string;
  readonly hiredOn: string;
  readonly hireChannel: string;
  readonly leftOn: string | null;
  readonly leaveReason: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** A page of a school's staff on a day: at most `size` rows after a name and id. */
export interface StaffPageKey {
  readonly schoolId: string;
  readonly on: string;
  readonly size: number;
  readonly afterName: string | null;
  readonly afterId: string | null;
}

export interface StaffCountKey {
  readonly schoolId: string;
  readonly on: string;
}

export interface TeacherStore {
  byIds(ids: readonly string[]): Promise<readonly TeacherRow[]>;
  pages(keys: readonly StaffPageKey[]): Promise<readonly (TeacherRow & { readonly ordinal: number })[]>;
  counts(keys: readonly StaffCountKey[]): Promise<readonly { readonly ordinal: number; readonly count: number }[]>;
}

const COLUMNS = /* sql */ `
  person.id, person.name, person.sex, person.birth_year as "birthYear", person.education, person.title,
  person.employment::text, person.hired_on as "hiredOn", person.hire_channel as "hireChannel",
  person.left_on as "leftOn", person.leave_reason as "leaveReason", person.origin::text, person.document,
  person.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `
  select ${COLUMNS} from person where id = any ($1) and starts_with(person.county_code, $2)
`;

const AT_SCHOOL = /* sql */ `
  person.id in (
    select person_id from assignment
    where assignment.school_id = key.school_id and assignment.valid_from <= key.day
      and (assignment.valid_to is null or assignment.valid_to > key.day)
  )
`;

const PAGES = /* sql */ `
  select key.ordinal::int, page.*
  from unnest($2::text[], $3::date[], $4::int[], $5::text[], $6::text[]) with ordinality
    as key(school_id, day, size, after_name, after_id, ordinal)
  cross join lateral (
    select ${COLUMNS} from person
    where ${AT_SCHOOL} and starts_with(person.county_code, $1)
      and (key.after_id is null or (person.name, person.id) > (key.after_name, key.after_id))
    order by person.name, person.id
    limit key.size
  ) as page
  order by key.ordinal, page.name, page.id
`;

const COUNTS = /* sql */ `
  select key.ordinal::int, staff.count::int
  from unnest($2::text[], $3::date[]) with ordinality as key(school_id, day, ordinal)
  cross join lateral (
    select count(*) from person where ${AT_SCHOOL} and starts_with(person.county_code, $1)
  ) as staff
`;

/** Members of staff of the counties the viewer may read; to the viewer there are no others. */
export function createTeacherStore(pool: Pool, viewer: Viewer): TeacherStore {
  const prefix = areaPrefix(viewer);
  return {
    async byIds(ids) {
      return (await pool.query<TeacherRow>({ name: "personnel.people", text: BY_IDS, values: [ids, prefix] })).rows;
    },
    async pages(keys) {
      const values = [
        prefix,
        keys.map((key) => key.schoolId),
        keys.map((key) => key.on),
        keys.map((key) => key.size),
        keys.map((key) => key.afterName),
        keys.map((key) => key.afterId),
      ];
      const query = { name: "personnel.staffPages", text: PAGES, values };
      return (await pool.query<TeacherRow & { ordinal: number }>(query)).rows;
    },
    async counts(keys) {
      const values = [prefix, keys.map((key) => key.schoolId), keys.map((key) => key.on)];
      const query = { name: "personnel.staffPageCounts", text: COUNTS, values };
      return (await pool.query<{ ordinal: number; count: number }>(query)).rows;
    },
  };
}
