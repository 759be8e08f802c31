import type { Reads, SchoolYear } from "@hub/kit";

/** Counts of one school, year and stage; a null stage concerns the whole school. What a row does not say is none. */
export interface InspectionCountRow extends SchoolYear {
  readonly stage: string | null;
  readonly openRectifications?: number;
  readonly overdueRectifications?: number;
  readonly inspections?: number;
  readonly findings?: number;
  readonly severeFindings?: number;
  /** SYNTHETIC as soon as one of the records counted is. */
  readonly origin: string | null;
}

export interface InspectionCountStore {
  /** Rectification tasks open, and overdue, on 31 December of the year. */
  tasks(keys: readonly SchoolYear[]): Promise<readonly InspectionCountRow[]>;
  /** Inspections and findings in the calendar year. */
  visits(keys: readonly SchoolYear[]): Promise<readonly InspectionCountRow[]>;
}

const KEY = /* sql */ `
  key as (
    select school_id, year, make_date(year, 1, 1) as first_day, make_date(year, 12, 31) as last_day
    from unnest($1::text[], $2::int[]) as k(school_id, year)
  )
`;

// SYNTHETIC is the last of the origins, so that the greatest one tells whether any record is made up.
// What led to the tasks is looked up as one list, in the order of the index, rather than one by one.
const TASKS = /* sql */ `
  with ${KEY},
  task as materialized (
    select key.school_id, key.year, key.last_day, own.finding_id, own.due_on, own.origin
    from key
    join rectification_task own on own.school_id = key.school_id
      and (own.closed_on is null or own.closed_on > key.last_day)
  ),
  cause as materialized (
    select id, stage, found_on from finding where id = any (array(select finding_id from task))
  )
  select task.school_id as "schoolId", task.year, cause.stage::text, count(*)::int as "openRectifications",
    (count(*) filter (where task.due_on < task.last_day))::int as "overdueRectifications",
    max(task.origin)::text as origin
  from task
  join cause on cause.id = task.finding_id and cause.found_on <= task.last_day
  group by task.school_id, task.year, cause.stage
`;

const VISITS = /* sql */ `
  with ${KEY},
  counted as (
    select key.school_id, key.year, inspection.stage, count(*) as inspections, 0 as findings, 0 as severe,
      max(inspection.origin) as origin
    from key
    join inspection on inspection.school_id = key.school_id and inspection.date between key.first_day and key.last_day
    group by 1, 2, 3
    union all
    select key.school_id, key.year, finding.stage, 0, count(*), count(*) filter (where finding.severity = 'SEVERE'),
      max(finding.origin)
    from key
    join finding on finding.school_id = key.school_id and finding.found_on between key.first_day and key.last_day
    group by 1, 2, 3
  )
  select school_id as "schoolId", year, stage::text, sum(inspections)::int as inspections,
    sum(findings)::int as findings, sum(severe)::int as "severeFindings", max(origin)::text as origin
  from counted
  group by school_id, year, stage
`;

/** Counts of inspections, findings and tasks. */
export function createInspectionCountStore(reads: Reads): InspectionCountStore {
  const reader = (name: string, text: string) => async (keys: readonly SchoolYear[]) => {
    const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
    return (await reads.query<InspectionCountRow>({ name, text, values })).rows;
  };
  return { tasks: reader("inspection.taskCounts", TASKS), visits: reader("inspection.visitCounts", VISITS) };
}
