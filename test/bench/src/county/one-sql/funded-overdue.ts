const KIND = `economic_class || '/' || programme || '/' || coalesce(purpose, '') collate "C"`;

/** Question 5 in one statement. $1 county, $2 day, $3 first and $4 last day of payment, $5 stage or null, $6 rows of the page and one more. */
export const FUNDED_OVERDUE = /* sql */ `
  with member as materialized (
    select distinct school.id
    from schools.division
    join schools.school_division link on link.division_code = division.code
    join schools.school on school.id = link.school_id
      and (school.opened_on is null or school.opened_on <= $2::date)
      and (school.closed_on is null or school.closed_on > least($2, $3::date))
      and ($5::text is null or $5 = any (school.stages::text[]))
    where (division.code = $1 or division.county_code = $1)
      and link.valid_from <= least($2, school.closed_on - 1)
      and (link.valid_to is null or link.valid_to > least($2, school.closed_on - 1))
  ),
  paid as materialized (
    select payment.school_id, programme, purpose, economic_class, sum(amount) as amount, count(*)::int as payments,
      max(paid_on) as paid_on, max(origin::text) as origin
    from member
    join funding.payment on payment.school_id = member.id and paid_on between $3 and $4::date
      and economic_class in ('CAPITAL', 'AID', 'SUBSIDY') and ($5 is null or payment.stage::text = $5)
    group by payment.school_id, programme, purpose, economic_class
  ),
  money as materialized (
    select school_id, sum(amount) as amount, max(origin) as origin,
      json_agg(json_build_object('programme', programme, 'purpose', purpose, 'economicClass', economic_class,
        'amount', amount::numeric(16, 2)::text, 'payments', payments, 'lastPaidOn', paid_on)
        order by amount desc, ${KIND}) as programmes
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
      json_agg(json_build_object('task', json_build_object('id', task.id), 'item', finding.item,
        'severity', finding.severity, 'foundOn', finding.found_on, 'dueOn', task.due_on, 'daysOverdue', $2 - task.due_on)
        order by task.due_on, task.id) as tasks
    from member
    join inspection.rectification_task task on task.school_id = member.id and task.due_on < $2
      and (task.closed_on is null or task.closed_on > $2)
    join inspection.finding on finding.id = task.finding_id and finding.found_on <= $2
      and ($5 is null or finding.stage is null or finding.stage::text = $5)
    group by task.school_id
  ),
  listed as materialized (
    select money.school_id, money.amount, money.programmes, late.overdue, late.severe, late.tasks,
      greatest(money.origin, late.origin) as origin
    from money join late on late.school_id = money.school_id where money.amount > 0
  ),
  page as (select * from listed order by amount desc, school_id collate "C" limit $6)
  select county.code, county.name, total.*,
    (
      select coalesce(json_agg(json_build_object('programme', programme, 'purpose', purpose,
        'economicClass', economic_class, 'amount', amount::numeric(16, 2)::text, 'payments', payments)
        order by amount desc, ${KIND}), '[]')
      from (
        select programme, purpose, economic_class, sum(paid.amount) as amount, sum(payments) as payments
        from paid join listed using (school_id) group by 1, 2, 3
      ) as sums
    ) as programmes,
    (select count(*)::int from member) as schools,
    (select count(*)::int from money where amount > 0) as funded,
    (
      select count(*)::int from member
      where id not in (select school_id from filed) and id not in (select school_id from money)
    ) as missing,
    (
      select coalesce(json_agg(json_build_object(
        'school', json_build_object('id', school.id, 'name', school.name, 'closedOn', school.closed_on),
        'amount', page.amount::numeric(16, 2)::text, 'programmes', page.programmes,
        'accountsFiled', page.school_id in (select school_id from filed), 'overdueTasks', page.overdue,
        'severeTasks', page.severe, 'tasks', page.tasks, 'origin', page.origin)
        order by page.amount desc, page.school_id collate "C"), '[]')
      from page join schools.school on school.id = page.school_id
    ) as nodes
  from schools.division county
  cross join lateral (
    select count(*)::int as listed, coalesce(sum(amount), 0)::numeric(16, 2)::text as amount,
      coalesce(sum(overdue), 0)::int as overdue, coalesce(sum(severe), 0)::int as severe, max(origin) as origin
    from listed
  ) as total
  where county.code = $1 and county.level = 'COUNTY'
`;

/** The one row of the answer. */
export interface FundedOverdueRow {
  readonly code: string;
  readonly name: string;
  readonly listed: number;
  readonly amount: string;
  readonly overdue: number;
  readonly severe: number;
  readonly origin: string | null;
  readonly programmes: readonly object[];
  readonly schools: number;
  readonly funded: number;
  readonly missing: number;
  readonly nodes: readonly { readonly school: { readonly id: string }; readonly amount: string }[];
}

function shareOf({ schools, funded, missing, listed }: FundedOverdueRow): object {
  const known = schools - missing;
  const none = schools === 0 || known === 0;
  const status = schools === 0 ? "NOT_APPLICABLE" : none ? "MISSING_INPUT" : funded === 0 ? "ZERO_DENOMINATOR" : "OK";
  return {
    value: status === "OK" ? listed / funded : null,
    numerator: none ? null : listed,
    denominator: none ? null : funded,
    unit: "schools per funded school",
    status,
    missing: status === "MISSING_INPUT" ? ["payments"] : [],
    coverage: { schoolsIn: known, schoolsMissing: missing },
  };
}

/** The answer's data, as the hub shapes it. */
export function fundedOverdueAnswer([row]: readonly FundedOverdueRow[], first: number): object {
  if (row === undefined) return { county: null };
  const nodes = row.nodes.slice(0, first);
  const last = nodes.at(-1);
  const position =
    last && JSON.stringify(["indicators.fundedOverdue", Math.round(Number(last.amount) * 100), last.school.id]);
  return {
    county: {
      code: row.code,
      name: row.name,
      fundedOverdue: {
        amount: row.amount,
        programmes: row.programmes,
        overdueTasks: row.overdue,
        severeTasks: row.severe,
        origin: row.origin,
        share: shareOf(row),
        schools: {
          totalCount: row.listed,
          nodes,
          pageInfo: {
            hasNextPage: row.nodes.length > first,
            endCursor: position === undefined ? null : Buffer.from(position).toString("base64url"),
          },
        },
      },
    },
  };
}
