import { SCHOOL_TYPES } from "../school-types.js";

/** Question 13 in one statement. $1 a code of the school, $2 the years. One row, lists as JSON. */
export const SCHOOL = /* sql */ `
  select school.id, school.name, school.type_code, school.ownership::text, school.origin::text, school.document,
    school.document_line,
    (
      select value from schools.school_identifier own
      where own.school_id = school.id and own.scheme = 'MOE_SCHOOL_CODE'
      order by (own.valid_to is null) desc, own.valid_from desc limit 1
    ) as code,
    (
      select case when division.level = 'TOWNSHIP' then json_build_object('code', division.code, 'name', division.name) end
      from schools.school_division link join schools.division on division.code = link.division_code
      where link.school_id = school.id order by (link.valid_to is null) desc, link.valid_from desc limit 1
    ) as township,
    (
      select json_build_object('name', authority.name)
      from schools.school_authority link join schools.authority on authority.id = link.authority_id
      where link.school_id = school.id order by (link.valid_to is null) desc, link.valid_from desc limit 1
    ) as authority,
    (
      select coalesce(json_agg(json_build_object('date', date::text, 'kind', kind, 'level', level, 'title', title)
        order by date, id), '[]')
      from schools.school_event where school_id = school.id
    ) as events,
    (
      select coalesce(json_agg(json_build_object('event', event, 'period', period, 'facts', facts, 'document', document,
        'documentLine', document_line) order by document, document_line, id), '[]')
      from schools.school_statement where school_id = school.id
    ) as statements,
    (
      select json_agg(json_build_object('year', asked.year,
        'stages', (
          select coalesce(json_agg(json_build_object('stage', stage, 'students', students, 'classes', classes,
            'largestClass', largest) order by stage), '[]')
          from (
            select stage, sum(students) as students, count(*) as classes, max(students) as largest
            from schools.class_group where school_id = school.id and year = asked.year group by stage
          ) as class
          where exists (select 1 from schools.school_return where school_id = school.id and year = asked.year)
        ),
        'filed', exists (select 1 from schools.school_return where school_id = school.id and year = asked.year),
        'teachers', (
          select (
            select count(distinct person_id) from personnel.assignment
            where school_id = school.id and teaches and role = 'TEACHER' and valid_from <= make_date(asked.year, 9, 1)
              and (valid_to is null or valid_to > make_date(asked.year, 9, 1))
          )
          from personnel.staff_return where school_id = school.id and year = asked.year
        ),
        'spending', (
          select (
            select coalesce(sum(amount), 0)::numeric(16, 2)::text from funding.payment
            where school_id = school.id and paid_on >= make_date(asked.year, 1, 1)
              and paid_on < make_date(asked.year + 1, 1, 1)
          )
          from funding.finance_return where school_id = school.id and year = asked.year
        ),
        'open', task.open, 'overdue', task.overdue) order by asked.number)
      from unnest($2::int[]) with ordinality as asked(year, number)
      cross join lateral (
        select count(*) as open, count(*) filter (where task.due_on < make_date(asked.year, 12, 31)) as overdue
        from inspection.rectification_task task
        join inspection.finding on finding.id = task.finding_id and finding.found_on <= make_date(asked.year, 12, 31)
        where task.school_id = school.id
          and (task.closed_on is null or task.closed_on > make_date(asked.year, 12, 31))
      ) as task
    ) as years
  from schools.school_identifier identifier
  join schools.school on school.id = identifier.school_id
  where identifier.value = $1
  order by identifier.valid_from desc limit 1
`;

interface YearJson {
  readonly year: number;
  readonly filed: boolean;
  readonly stages: readonly { readonly stage: string; readonly students: number; readonly classes: number }[];
  readonly teachers: number | null;
  readonly spending: string | null;
  readonly open: number;
  readonly overdue: number;
}

/** The row of a school. */
export interface SchoolRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly type_code: string;
  readonly ownership: string;
  readonly origin: string;
  readonly document: string | null;
  readonly document_line: number | null;
  readonly township: object | null;
  readonly authority: object | null;
  readonly events: readonly object[];
  readonly statements: readonly object[];
  readonly years: readonly [YearJson, YearJson, YearJson];
}

function ratio(numerator: number | null, name: string, students: number | null, per: "over" | "under"): object {
  const missing = [students === null ? "students" : "", numerator === null ? name : ""].filter((text) => text !== "");
  if (per === "under") missing.reverse();
  if (numerator === null || students === null) return { value: null, status: "MISSING_INPUT", missing };
  const [above, below] = per === "over" ? [students, numerator] : [numerator, students];
  return below === 0
    ? { value: null, status: "ZERO_DENOMINATOR", missing }
    : { value: above / below, status: "OK", missing };
}

function yearAnswer({ year, filed, stages, teachers, spending, open, overdue }: YearJson): object {
  const students = filed ? stages.reduce((sum, stage) => sum + stage.students, 0) : null;
  return {
    year,
    students,
    classes: filed ? stages.reduce((sum, stage) => sum + stage.classes, 0) : null,
    stages: filed ? stages : null,
    teachers,
    studentsPerTeacher: ratio(teachers, "teachers", students, "over"),
    spending,
    spendingPerStudent: ratio(spending === null ? null : Number(spending), "spending", students, "under"),
    openRectifications: open,
    overdueRectifications: overdue,
  };
}

/** The answer's data, as the hub shapes it. */
export function schoolAnswer([row]: readonly SchoolRow[]): object {
  if (row === undefined) return { school: null };
  const [year, lastYear, yearBefore] = row.years;
  return {
    school: {
      id: row.id,
      code: row.code,
      name: row.name,
      type: { code: row.type_code, label: SCHOOL_TYPES[row.type_code] ?? row.type_code },
      ownership: row.ownership,
      township: row.township,
      authority: row.authority,
      provenance: { origin: row.origin, document: row.document, line: row.document_line },
      year: yearAnswer(year),
      lastYear: yearAnswer(lastYear),
      yearBefore: yearAnswer(yearBefore),
      events: row.events,
      statements: row.statements,
    },
  };
}
