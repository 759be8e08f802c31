-- What a user of PostGraphile adds to four schemas without foreign keys so that the four questions can be asked in one
-- query each: relations by smart tags, computed columns for what several systems give together. Runs again and again.
create schema if not exists helpers;

drop type if exists schools.coverage, schools.indicator_value, schools.area_profile, schools.stage_count,
  schools.school_year, schools.funded_programme, schools.overdue_task, schools.funded_school, schools.funded_overdue
  cascade;

create type schools.coverage as (schools_in int, schools_missing int);
create type schools.indicator_value as (
  value float8, numerator float8, denominator float8, unit text, status text, missing text[], coverage schools.coverage
);
create type schools.area_profile as (
  students int, classes int, teachers int, students_per_teacher schools.indicator_value,
  spending_per_student schools.indicator_value, staffing_gap schools.indicator_value, open_rectifications int
);
create type schools.stage_count as (stage schools."Stage", students int, classes int, largest_class int);
create type schools.school_year as (
  year int, students int, classes int, stages schools.stage_count[], teachers int,
  students_per_teacher schools.indicator_value, spending numeric, spending_per_student schools.indicator_value,
  open_rectifications int, overdue_rectifications int
);

create type schools.funded_programme as (
  programme text, purpose text, economic_class text, amount numeric(16, 2), payments int, last_paid_on date
);
create type schools.overdue_task as (
  task_id text, item text, severity text, found_on date, due_on date, days_overdue int
);
create type schools.funded_school as (
  school_id text, name text, closed_on date, amount numeric(16, 2), programmes schools.funded_programme[],
  accounts_filed boolean, overdue_tasks int, severe_tasks int, tasks schools.overdue_task[], origin text
);
create type schools.funded_overdue as (
  amount numeric(16, 2), programmes schools.funded_programme[], overdue_tasks int, severe_tasks int, origin text,
  share schools.indicator_value, total_count int, has_next_page boolean, nodes schools.funded_school[]
);

comment on table schools.school_event is E'@foreignKey (school_id) references schools.school (id)';
comment on table schools.school_statement is E'@foreignKey (school_id) references schools.school (id)';
comment on table schools.school_succession is
  E'@foreignKey (predecessor_id) references schools.school (id)\n@foreignKey (successor_id) references schools.school (id)';

create or replace function helpers.ratio(numerator float8, denominator float8, unit text, schools int, complete int)
returns schools.indicator_value language sql immutable as $$
  select row(
    case when complete > 0 and denominator <> 0 then numerator / denominator end,
    case when complete > 0 then numerator end,
    case when complete > 0 then denominator end,
    unit,
    case when schools = 0 then 'NOT_APPLICABLE' when complete = 0 then 'MISSING_INPUT'
      when denominator = 0 then 'ZERO_DENOMINATOR' else 'OK' end,
    null::text[],
    row(complete, schools - complete)::schools.coverage
  )::schools.indicator_value
$$;

create or replace function schools.division_townships(county schools.division) returns setof schools.division
language sql stable as $$
  select * from schools.division
  where parent_code = county.code and level = 'TOWNSHIP'
    and valid_from <= current_date and (valid_to is null or valid_to > current_date)
  order by code
$$;

create or replace function schools.division_profile(township schools.division, year int, stage schools."Stage" default null)
returns schools.area_profile language sql stable as $$
  with member as materialized (
    select school.id, filed.school_id is not null as register, staff.school_id is not null as personnel,
      money.school_id is not null as funding
    from schools.school_division link
    join schools.school on school.id = link.school_id
      and (school.opened_on is null or school.opened_on <= make_date($2, 9, 1))
      and (school.closed_on is null or school.closed_on > make_date($2, 9, 1))
      and ($3 is null or $3 = any (school.stages))
    left join schools.school_return filed on filed.school_id = school.id and filed.year = $2
    left join personnel.staff_return staff on staff.school_id = school.id and staff.year = $2
    left join funding.finance_return money on money.school_id = school.id and money.year = $2
    where link.division_code = township.code and link.valid_from <= make_date($2, 9, 1)
      and (link.valid_to is null or link.valid_to > make_date($2, 9, 1))
  ),
  person as (
    select work.person_id,
      min(member.id) filter (where work.teaches and work.role = 'TEACHER') as teaches,
      min(member.id) filter (where work.holds_post and person.employment = 'PERMANENT') as permanent
    from member
    join personnel.assignment work on work.school_id = member.id and work.valid_from <= make_date($2, 9, 1)
      and (work.valid_to is null or work.valid_to > make_date($2, 9, 1))
      and ($3 is null or work.stage::text = $3::text)
    join personnel.person on person.id = work.person_id
    where member.personnel
    group by work.person_id
  ),
  teacher as (select teaches as id, count(*)::int as teachers from person group by 1),
  permanent as (select permanent as id, count(*)::int as staff from person group by 1),
  fact as (
    select case when register then coalesce(class.students, 0) end as students,
      case when register then coalesce(class.classes, 0) end as classes,
      case when personnel then coalesce(teacher.teachers, 0) end as teachers,
      case when personnel then coalesce(permanent.staff, 0) end as staff,
      case when funding then coalesce(paid.amount, 0) end as paid, task.open
    from member
    left join lateral (
      select sum(students)::int as students, count(*)::int as classes from schools.class_group own
      where own.school_id = member.id and own.year = $2 and ($3 is null or own.stage = $3)
    ) class on true
    left join teacher on teacher.id = member.id
    left join permanent on permanent.id = member.id
    left join lateral (
      select sum(amount) as amount from funding.payment
      where school_id = member.id and paid_on >= make_date($2, 1, 1) and paid_on < make_date($2 + 1, 1, 1)
        and ($3 is null or payment.stage::text = $3::text)
    ) paid on true
    left join lateral (
      select count(*)::int as open
      from inspection.rectification_task task
      join inspection.finding on finding.id = task.finding_id and finding.found_on <= make_date($2, 12, 31)
        and ($3 is null or finding.stage is null or finding.stage::text = $3::text)
      where task.school_id = member.id and (task.closed_on is null or task.closed_on > make_date($2, 12, 31))
    ) task on true
  ),
  norm as (select case $3 when 'PRIMARY' then 19 when 'JUNIOR' then 13.5 when 'SENIOR_GENERAL' then 12.5 end::float8 as pupils),
  area as (
    select count(*)::int as schools, sum(students)::int as students, sum(classes)::int as classes,
      sum(teachers)::int as teachers, coalesce(sum(open), 0)::int as open,
      count(*) filter (where students is not null and teachers is not null)::int as taught_schools,
      sum(students) filter (where teachers is not null)::int as taught,
      sum(teachers) filter (where students is not null)::int as teaching,
      count(*) filter (where students is not null and paid is not null)::int as paid_schools,
      sum(students) filter (where paid is not null)::int as paid_for,
      sum(paid) filter (where students is not null) as paid,
      count(*) filter (where students is not null and staff is not null)::int as posted_schools,
      sum(students) filter (where staff is not null)::int as posted_for,
      sum(staff) filter (where students is not null)::int as staff
    from fact
  )
  select row(
    case when schools = 0 then 0 else students end, case when schools = 0 then 0 else classes end,
    case when schools = 0 then 0 else teachers end,
    helpers.ratio(taught, teaching, 'students per teacher', schools, taught_schools),
    helpers.ratio(paid, paid_for, 'yuan per student', schools, paid_schools),
    case when norm.pupils is null
      then row(null, null, null, 'posts', 'NOT_APPLICABLE', null, row(0, 0)::schools.coverage)::schools.indicator_value
      else row(
        posted_for / norm.pupils - staff, null, null, 'posts',
        case when schools = 0 then 'NOT_APPLICABLE' when posted_schools = 0 then 'MISSING_INPUT' else 'OK' end, null,
        row(posted_schools, schools - posted_schools)::schools.coverage
      )::schools.indicator_value end,
    open
  )::schools.area_profile
  from area cross join norm
$$;

create or replace function schools.school_by_code(code text) returns schools.school language sql stable as $$
  select school.* from schools.school_identifier identifier join schools.school on school.id = identifier.school_id
  where identifier.value = $1 order by identifier.valid_from desc limit 1
$$;

create or replace function schools.school_code(school schools.school) returns text language sql stable as $$
  select value from schools.school_identifier own
  where own.school_id = school.id and own.scheme = 'MOE_SCHOOL_CODE'
  order by (own.valid_to is null) desc, own.valid_from desc limit 1
$$;

create or replace function schools.school_township_on(school schools.school, "on" date default null) returns schools.division
language sql stable as $$
  select division.* from schools.school_division link join schools.division on division.code = link.division_code
  where link.school_id = school.id and division.level = 'TOWNSHIP'
    and ($2 is null or link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2))
  order by (link.valid_to is null) desc, link.valid_from desc limit 1
$$;

create or replace function schools.school_authority_on(school schools.school, "on" date default null) returns schools.authority
language sql stable as $$
  select authority.* from schools.school_authority link join schools.authority on authority.id = link.authority_id
  where link.school_id = school.id
    and ($2 is null or link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2))
  order by (link.valid_to is null) desc, link.valid_from desc limit 1
$$;

create or replace function schools.school_profile(school schools.school, year int) returns schools.school_year
language sql stable as $$
  with class as (
    select own.stage, sum(own.students)::int as students, count(*)::int as classes, max(own.students) as largest
    from schools.class_group own where own.school_id = school.id and own.year = $2 group by own.stage
  ),
  register as (
    select coalesce((select sum(students)::int from class), 0) as students,
      coalesce((select sum(classes)::int from class), 0) as classes,
      coalesce((select array_agg(row(stage, students, classes, largest)::schools.stage_count order by stage) from class), '{}') as stages
    from schools.school_return filed where filed.school_id = school.id and filed.year = $2
  ),
  staff as (
    select (
      select count(distinct person_id)::int from personnel.assignment
      where school_id = school.id and teaches and role = 'TEACHER' and valid_from <= make_date($2, 9, 1)
        and (valid_to is null or valid_to > make_date($2, 9, 1))
    ) as teachers
    from personnel.staff_return filed where filed.school_id = school.id and filed.year = $2
  ),
  money as (
    select (
      select coalesce(sum(amount), 0)::numeric(16, 2) from funding.payment
      where school_id = school.id and paid_on >= make_date($2, 1, 1) and paid_on < make_date($2 + 1, 1, 1)
    ) as spending
    from funding.finance_return filed where filed.school_id = school.id and filed.year = $2
  ),
  task as (
    select count(*)::int as open, count(*) filter (where task.due_on < make_date($2, 12, 31))::int as overdue
    from inspection.rectification_task task
    join inspection.finding on finding.id = task.finding_id and finding.found_on <= make_date($2, 12, 31)
    where task.school_id = school.id and (task.closed_on is null or task.closed_on > make_date($2, 12, 31))
  ),
  known as (
    select register.*, staff.teachers, money.spending, task.*,
      (register.students is not null and staff.teachers is not null)::int as taught,
      (register.students is not null and money.spending is not null)::int as paid,
      case when register.students is null then array['students'] else '{}' end as no_students,
      case when staff.teachers is null then array['teachers'] else '{}' end as no_teachers,
      case when money.spending is null then array['spending'] else '{}' end as no_spending
    from task left join register on true left join staff on true left join money on true
  )
  select row(
    $2, students, classes, stages, teachers,
    row(per_teacher.value, null, null, null, per_teacher.status, no_students || no_teachers, null)::schools.indicator_value,
    spending,
    row(per_student.value, null, null, null, per_student.status, no_spending || no_students, null)::schools.indicator_value,
    open, overdue
  )::schools.school_year
  from known
  cross join lateral helpers.ratio(students, teachers, null, 1, taught) as per_teacher
  cross join lateral helpers.ratio(spending, students, null, 1, paid) as per_student
$$;

create or replace function schools.schools_within(within text, "on" date) returns setof schools.school
language sql stable as $$
  select school.* from schools.school
  where (opened_on is null or opened_on <= $2) and (closed_on is null or closed_on > $2) and id in (
    select link.school_id from schools.school_division link join schools.division on division.code = link.division_code
    where (division.code = $1 or division.county_code = $1)
      and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
  )
  order by name, id
$$;

create or replace function schools.division_funded_overdue(
  county schools.division, "on" date, paid_from date, paid_to date, first int, stage schools."Stage" default null
) returns schools.funded_overdue language sql stable as $$
  with member as materialized (
    select distinct school.id
    from schools.division
    join schools.school_division link on link.division_code = division.code
    join schools.school on school.id = link.school_id
      and (school.opened_on is null or school.opened_on <= $2)
      and (school.closed_on is null or school.closed_on > least($2, $3))
      and ($6 is null or $6 = any (school.stages))
    where (division.code = county.code or division.county_code = county.code)
      and link.valid_from <= least($2, school.closed_on - 1)
      and (link.valid_to is null or link.valid_to > least($2, school.closed_on - 1))
  ),
  paid as materialized (
    select payment.school_id, programme, purpose, economic_class, sum(amount) as amount, count(*)::int as payments,
      max(paid_on) as paid_on, max(origin::text) as origin,
      economic_class || '/' || programme || '/' || coalesce(purpose, '') collate "C" as kind
    from member
    join funding.payment on payment.school_id = member.id and paid_on between $3 and $4
      and economic_class in ('CAPITAL', 'AID', 'SUBSIDY') and ($6 is null or payment.stage::text = $6::text)
    group by payment.school_id, programme, purpose, economic_class
  ),
  money as materialized (
    select school_id, sum(amount) as amount, max(origin) as origin,
      array_agg(row(programme, purpose, economic_class, amount, payments, paid_on)::schools.funded_programme
        order by amount desc, kind) as programmes
    from paid group by school_id
  ),
  filed as materialized (
    select school_id from member
    join funding.finance_return on school_id = member.id
      and year between extract(year from $3)::int and extract(year from $4)::int
    group by school_id having count(*) = extract(year from $4) - extract(year from $3) + 1
  ),
  late as materialized (
    select task.school_id, count(*)::int as overdue, count(*) filter (where finding.severity = 'SEVERE')::int as severe,
      max(greatest(task.origin, finding.origin)::text) as origin,
      array_agg(row(task.id, finding.item, finding.severity, finding.found_on, task.due_on, $2 - task.due_on)::schools.overdue_task
        order by task.due_on, task.id) as tasks
    from member
    join inspection.rectification_task task on task.school_id = member.id and task.due_on < $2
      and (task.closed_on is null or task.closed_on > $2)
    join inspection.finding on finding.id = task.finding_id and finding.found_on <= $2
      and ($6 is null or finding.stage is null or finding.stage::text = $6::text)
    group by task.school_id
  ),
  listed as materialized (
    select money.school_id, money.amount, money.programmes, late.overdue, late.severe, late.tasks,
      greatest(money.origin, late.origin) as origin
    from money join late on late.school_id = money.school_id where money.amount > 0
  ),
  total as (
    select count(*)::int as listed, coalesce(sum(amount), 0) as amount, coalesce(sum(overdue), 0)::int as overdue,
      coalesce(sum(severe), 0)::int as severe, max(origin) as origin,
      (select count(*)::int from member) as schools,
      (select count(*)::int from money where amount > 0) as funded,
      (
        select count(*)::int from member
        where id not in (select school_id from filed) and id not in (select school_id from money)
      ) as missing
    from listed
  ),
  page as (select * from listed order by amount desc, school_id collate "C" limit $5),
  sums as (
    select programme, purpose, economic_class, sum(paid.amount) as amount, sum(payments)::int as payments, kind
    from paid join listed using (school_id) group by programme, purpose, economic_class, kind
  )
  select row(
    total.amount,
    (
      select coalesce(array_agg(row(programme, purpose, economic_class, amount, payments, null)::schools.funded_programme
        order by amount desc, kind), '{}')
      from sums
    ),
    total.overdue, total.severe, total.origin,
    row(
      case when total.missing < total.schools and funded > 0 then total.listed::float8 / funded end,
      case when total.missing < total.schools then total.listed end,
      case when total.missing < total.schools then funded end,
      'schools per funded school',
      case when schools = 0 then 'NOT_APPLICABLE' when total.missing = schools then 'MISSING_INPUT'
        when funded = 0 then 'ZERO_DENOMINATOR' else 'OK' end,
      case when schools > 0 and total.missing = schools then array['payments'] else '{}' end,
      row(schools - total.missing, total.missing)::schools.coverage
    )::schools.indicator_value,
    total.listed, total.listed > $5,
    (
      select coalesce(array_agg(row(school.id, school.name, school.closed_on, page.amount, page.programmes,
        page.school_id in (select school_id from filed), page.overdue, page.severe, page.tasks, page.origin)::schools.funded_school
        order by page.amount desc, page.school_id collate "C"), '{}')
      from page join schools.school on school.id = page.school_id
    )
  )::schools.funded_overdue
  from total
$$;
