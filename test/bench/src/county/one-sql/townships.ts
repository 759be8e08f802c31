/** Question 1 in one statement. $1 county, $2 year, $3 stage or null. One row a township. */
export const TOWNSHIPS = /* sql */ `
  with day as (
    select make_date($2::int, 9, 1) as census, make_date($2, 1, 1) as first, make_date($2, 12, 31) as last,
      make_date($2 + 1, 1, 1) as next
  ),
  member as materialized (
    select township.code, school.id, filed.school_id is not null as register, staff.school_id is not null as personnel,
      money.school_id is not null as funding
    from day
    join schools.division township on township.parent_code = $1 and township.level = 'TOWNSHIP'
      and township.valid_from <= current_date and (township.valid_to is null or township.valid_to > current_date)
    join schools.school_division link on link.division_code = township.code
      and link.valid_from <= day.census and (link.valid_to is null or link.valid_to > day.census)
    join schools.school on school.id = link.school_id
      and (school.opened_on is null or school.opened_on <= day.census)
      and (school.closed_on is null or school.closed_on > day.census)
      and ($3::text is null or $3 = any (school.stages::text[]))
    left join schools.school_return filed on filed.school_id = school.id and filed.year = $2
    left join personnel.staff_return staff on staff.school_id = school.id and staff.year = $2
    left join funding.finance_return money on money.school_id = school.id and money.year = $2
  ),
  present as (
    select member.code, member.id, work.person_id, work.teaches and work.role = 'TEACHER' as teaches,
      work.holds_post and person.employment = 'PERMANENT' as permanent
    from day cross join member
    join personnel.assignment work on work.school_id = member.id and work.valid_from <= day.census
      and (work.valid_to is null or work.valid_to > day.census) and ($3::text is null or work.stage::text = $3)
    join personnel.person on person.id = work.person_id
    where member.personnel
  ),
  -- Somebody who works in two schools of a township counts once, at the first.
  person as (
    select code, person_id, min(id) filter (where teaches) as teaches, min(id) filter (where permanent) as permanent
    from present group by code, person_id
  ),
  teacher as (select teaches as id, count(*)::int as teachers from person group by 1),
  permanent as (select permanent as id, count(*)::int as staff from person group by 1),
  fact as (
    select member.code,
      case when member.register then coalesce(class.students, 0) end as students,
      case when member.register then coalesce(class.classes, 0) end as classes,
      case when member.personnel then coalesce(teacher.teachers, 0) end as teachers,
      case when member.personnel then coalesce(permanent.staff, 0) end as staff,
      case when member.funding then coalesce(paid.cents, 0) end as cents,
      task.open
    from day cross join member
    left join lateral (
      select sum(students)::int as students, count(*)::int as classes from schools.class_group
      where school_id = member.id and year = $2 and ($3::text is null or stage::text = $3)
    ) class on true
    left join teacher on teacher.id = member.id
    left join permanent on permanent.id = member.id
    left join lateral (
      select sum(amount) * 100 as cents from funding.payment
      where school_id = member.id and paid_on >= day.first and paid_on < day.next
        and ($3::text is null or stage::text = $3)
    ) paid on true
    left join lateral (
      select count(*)::int as open
      from inspection.rectification_task task
      join inspection.finding on finding.id = task.finding_id and finding.found_on <= day.last
        and ($3::text is null or finding.stage is null or finding.stage::text = $3)
      where task.school_id = member.id and (task.closed_on is null or task.closed_on > day.last)
    ) task on true
  ),
  area as (
    select code, count(*)::int as schools, sum(students)::int as students, sum(classes)::int as classes,
      sum(teachers)::int as teachers, coalesce(sum(open), 0)::int as open,
      count(*) filter (where students is not null and teachers is not null)::int as taught_schools,
      sum(students) filter (where teachers is not null)::int as taught,
      sum(teachers) filter (where students is not null)::int as teaching,
      count(*) filter (where students is not null and cents is not null)::int as paid_schools,
      sum(students) filter (where cents is not null)::int as paid_for,
      (sum(cents) filter (where students is not null))::float8 as cents,
      count(*) filter (where students is not null and staff is not null)::int as posted_schools,
      sum(students) filter (where staff is not null)::int as posted_for,
      sum(staff) filter (where students is not null)::int as staff
    from fact group by code
  )
  select county.code as county_code, county.name as county_name, township.code as township_code,
    township.name as township_name, area.*
  from schools.division county
  left join schools.division township on township.parent_code = county.code and township.level = 'TOWNSHIP'
    and township.valid_from <= current_date and (township.valid_to is null or township.valid_to > current_date)
  left join area on area.code = township.code
  where county.code = $1 and county.level = 'COUNTY'
  order by township.code
`;

/** A township's row; sums are null where no school reported. */
export interface TownshipRow {
  readonly county_code: string;
  readonly county_name: string;
  readonly township_code: string | null;
  readonly township_name: string;
  readonly schools: number | null;
  readonly students: number | null;
  readonly classes: number | null;
  readonly teachers: number | null;
  readonly open: number | null;
  readonly taught_schools: number;
  readonly taught: number;
  readonly teaching: number;
  readonly paid_schools: number;
  readonly paid_for: number;
  readonly cents: number;
  readonly posted_schools: number;
  readonly posted_for: number;
  readonly staff: number;
}

const PUPILS_PER_POST: Readonly<Record<string, number>> = { PRIMARY: 19, JUNIOR: 13.5, SENIOR_GENERAL: 12.5 };

function statusOf(schools: number, complete: number, denominator: number): string {
  if (schools === 0) return "NOT_APPLICABLE";
  if (complete === 0) return "MISSING_INPUT";
  return denominator === 0 ? "ZERO_DENOMINATOR" : "OK";
}

/** The answer's data, as the hub shapes it. */
export function townshipAnswer(rows: readonly TownshipRow[], stage: string | null): object {
  const [first] = rows;
  if (first === undefined) return { county: null };
  const norm = stage === null ? undefined : PUPILS_PER_POST[stage];
  return {
    county: {
      code: first.county_code,
      name: first.county_name,
      townships: rows
        .filter((row) => row.township_code !== null)
        .map((row) => {
          const schools = row.schools ?? 0;
          const none = schools === 0;
          const ratio = (numerator: number, denominator: number, complete: number) => {
            const status = statusOf(schools, complete, denominator);
            const known = status === "OK" || status === "ZERO_DENOMINATOR";
            return {
              value: status === "OK" ? numerator / denominator : null,
              numerator: known ? numerator : null,
              denominator: known ? denominator : null,
              status,
            };
          };
          const taught = ratio(row.taught, row.teaching, row.taught_schools);
          const paid = ratio(row.cents / 100, row.paid_for, row.paid_schools);
          const gapStatus = norm === undefined ? "NOT_APPLICABLE" : statusOf(schools, row.posted_schools, 1);
          const counted = norm === undefined || none ? 0 : row.posted_schools;
          return {
            code: row.township_code,
            name: row.township_name,
            profile: {
              students: none ? 0 : row.students,
              classes: none ? 0 : row.classes,
              teachers: none ? 0 : row.teachers,
              studentsPerTeacher: {
                value: taught.value,
                numerator: taught.numerator,
                denominator: taught.denominator,
                unit: "students per teacher",
                status: taught.status,
                coverage: {
                  schoolsIn: none ? 0 : row.taught_schools,
                  schoolsMissing: none ? 0 : schools - row.taught_schools,
                },
              },
              spendingPerStudent: {
                value: paid.value,
                numerator: paid.numerator,
                denominator: paid.denominator,
                unit: "yuan per student",
                status: paid.status,
              },
              staffingGap: {
                value: gapStatus === "OK" ? row.posted_for / (norm ?? 1) - row.staff : null,
                unit: "posts",
                status: gapStatus,
                coverage: {
                  schoolsIn: counted,
                  schoolsMissing: norm === undefined ? 0 : schools - counted,
                },
              },
              openRectifications: row.open ?? 0,
            },
          };
        }),
    },
  };
}
