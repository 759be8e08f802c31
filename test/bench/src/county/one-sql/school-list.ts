import { SCHOOL_TYPES } from "../school-types.js";

const OPEN = /* sql */ `
  from schools.school
  where (opened_on is null or opened_on <= $2::date) and (closed_on is null or closed_on > $2)
    and id in (
      select link.school_id from schools.school_division link
      join schools.division on division.code = link.division_code
      where (division.code = $1 or division.county_code = $1)
        and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
    )
`;

const CODE = /* sql */ `(
  select value from schools.school_identifier
  where school_id = school.id and scheme = 'MOE_SCHOOL_CODE'
  order by (valid_to is null) desc, valid_from desc limit 1
)`;

/** Question 46 in one statement. $1 county, $2 day, $3 rows of the page and one more. */
export const SCHOOL_LIST = /* sql */ `
  select school.id, ${CODE} as code, school.name, school.type_code, school.stages, school.ownership, school.opened_on,
    school.closed_on, (select count(*)::int ${OPEN}) as total,
    (
      select case when division.level = 'TOWNSHIP' then json_build_object('code', division.code, 'name', division.name) end
      from schools.school_division link join schools.division on division.code = link.division_code
      where link.school_id = school.id and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
    ) as township,
    (
      select json_build_object('id', authority.id, 'name', authority.name)
      from schools.school_authority link join schools.authority on authority.id = link.authority_id
      where link.school_id = school.id and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
    ) as authority,
    (
      select coalesce(json_agg(json_build_object('kind', link.kind, 'date', link.date,
        'school', json_build_object('id', other.id, 'name', other.name)) order by link.date, other.id), '[]')
      from schools.school_succession link join schools.school other on other.id = link.predecessor_id
      where link.successor_id = school.id
    ) as predecessors,
    (
      select coalesce(json_agg(json_build_object('kind', link.kind, 'date', link.date,
        'school', json_build_object('id', school.id, 'code', ${CODE}, 'name', school.name))
        order by link.date, school.id), '[]')
      from schools.school_succession link join schools.school on school.id = link.successor_id
      where link.predecessor_id = page.id
    ) as successors
  from (
    select id, name, type_code, stages::text[], ownership::text, opened_on::text, closed_on::text ${OPEN}
    order by name, id limit $3
  ) as page
  cross join lateral (select page.*) as school
  order by school.name, school.id
`;

/** A school of the page. */
export interface ListRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly type_code: string;
  readonly stages: readonly string[];
  readonly ownership: string;
  readonly opened_on: string | null;
  readonly closed_on: string | null;
  readonly total: number;
  readonly township: object | null;
  readonly authority: object | null;
  readonly predecessors: readonly object[];
  readonly successors: readonly object[];
}

/** The answer's data, as the hub shapes it. */
export function schoolListAnswer(rows: readonly ListRow[], first: number): object {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  const position = last === undefined ? null : JSON.stringify(["schools.name", last.name, last.id]);
  return {
    schools: {
      totalCount: rows[0]?.total ?? 0,
      nodes: page.map((row) => ({
        id: row.id,
        code: row.code,
        name: row.name,
        type: { code: row.type_code, label: SCHOOL_TYPES[row.type_code] ?? row.type_code },
        stages: row.stages,
        ownership: row.ownership,
        openedOn: row.opened_on,
        closedOn: row.closed_on,
        township: row.township,
        authority: row.authority,
        predecessors: row.predecessors,
        successors: row.successors,
      })),
      pageInfo: {
        hasNextPage: rows.length > first,
        endCursor: position === null ? null : Buffer.from(position).toString("base64url"),
      },
    },
  };
}
