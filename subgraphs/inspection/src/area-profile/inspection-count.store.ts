import { schoolsAndYears, type Reads, type SchoolYear } from "@hub/kit";

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

// The summary is kept equal to the records by the database. What is counted arrives as one row of columns: hundreds of
// small values cost more to carry than to count.
const TASKS = /* sql */ `
  select json_agg(school_id) as "schoolId", json_agg(year) as year, json_agg(stage) as stage,
    json_agg(tasks) as "openRectifications",
    json_agg(case when overdue_year <= year then tasks else 0 end) as "overdueRectifications",
    json_agg(origin) as origin
  from unnest($2::int[]) as year
  cross join lateral (
    select * from hub_summary.task_count
    where school_id = any ($1::text[]) and first_year <= year and (end_year is null or end_year > year)
    offset 0
  ) as open
`;

// SYNTHETIC is the last of the origins, so that the greatest one tells whether any record is made up.
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

/** Columns of one length; null when nothing was counted. */
interface TaskColumns {
  readonly schoolId: readonly string[] | null;
  readonly year: readonly number[];
  readonly stage: readonly (string | null)[];
  readonly openRectifications: readonly number[];
  readonly overdueRectifications: readonly number[];
  readonly origin: readonly string[];
}

/** Counts of inspections, findings and tasks. */
export function createInspectionCountStore(reads: Reads): InspectionCountStore {
  return {
    async tasks(keys) {
      const query = { name: "inspection.taskCounts", text: TASKS, values: schoolsAndYears(keys) };
      const { rows } = await reads.query<TaskColumns>(query);
      return rows.flatMap(rowsOfColumns);
    },
    async visits(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      const query = { name: "inspection.visitCounts", text: VISITS, values };
      return (await reads.query<InspectionCountRow>(query)).rows;
    },
  };
}

function rowsOfColumns(columns: TaskColumns): InspectionCountRow[] {
  return (columns.schoolId ?? []).map((schoolId, place) => ({
    schoolId,
    year: columns.year[place] as number,
    stage: columns.stage[place] ?? null,
    openRectifications: columns.openRectifications[place] ?? 0,
    overdueRectifications: columns.overdueRectifications[place] ?? 0,
    origin: columns.origin[place] ?? null,
  }));
}
