import type { Pool } from "pg";

/** A rectification task as the database keeps it. */
export interface RectificationTaskRow {
  readonly id: string;
  readonly findingId: string;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly owner: string;
  readonly dueOn: string;
  readonly closedOn: string | null;
  readonly verified: boolean;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** Which tasks, as they stand on a day; null means any. */
export interface TaskFilter {
  readonly countyCode: string | null;
  readonly schoolId: string | null;
  readonly states: readonly string[] | null;
  readonly on: string;
}

export interface RectificationTaskStore {
  byIds(ids: readonly string[]): Promise<readonly RectificationTaskRow[]>;
  ofFindings(findingIds: readonly string[]): Promise<readonly RectificationTaskRow[]>;
  page(
    filter: TaskFilter,
    after: readonly (string | number | null)[] | null,
    size: number,
  ): Promise<readonly RectificationTaskRow[]>;
  count(filter: TaskFilter): Promise<number>;
}

const COLUMNS = /* sql */ `
  task.id, task.finding_id as "findingId", task.county_code as "countyCode", task.school_id as "schoolId", task.owner,
  task.due_on as "dueOn", task.closed_on as "closedOn", task.verified, task.origin::text, task.document,
  task.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `select ${COLUMNS} from rectification_task task where id = any ($1)`;

const OF_FINDINGS = /* sql */ `
  select ${COLUMNS} from rectification_task task where finding_id = any ($1) order by finding_id, due_on, id
`;

// A task exists from the day of its finding on.
const FILTERED = /* sql */ `
  from rectification_task task
  join finding on finding.id = task.finding_id and finding.found_on <= $4::date
  where ($1::text is null or task.county_code = $1) and ($2::text is null or task.school_id = $2)
    and ($3::text[] is null or $3 @> array[
      case when task.closed_on <= $4::date then 'CLOSED' when task.due_on < $4::date then 'OVERDUE' else 'OPEN' end
    ])
`;

const PAGE = /* sql */ `
  select ${COLUMNS} ${FILTERED} and ($6::text is null or (task.due_on, task.id) > ($5::date, $6))
  order by task.due_on, task.id limit $7
`;

const COUNT = /* sql */ `select count(*)::int as count ${FILTERED}`;

const filterValues = ({ countyCode, schoolId, states, on }: TaskFilter) => [countyCode, schoolId, states, on];

/** Rectification tasks, by due date. */
export function createRectificationTaskStore(pool: Pool): RectificationTaskStore {
  return {
    async byIds(ids) {
      return (await pool.query<RectificationTaskRow>({ name: "inspection.tasks", text: BY_IDS, values: [ids] })).rows;
    },
    async ofFindings(findingIds) {
      const query = { name: "inspection.tasksOfFindings", text: OF_FINDINGS, values: [findingIds] };
      return (await pool.query<RectificationTaskRow>(query)).rows;
    },
    async page(filter, after, size) {
      const values = [...filterValues(filter), after?.[0] ?? null, after?.[1] ?? null, size];
      return (await pool.query<RectificationTaskRow>({ name: "inspection.taskPage", text: PAGE, values })).rows;
    },
    async count(filter) {
      const query = { name: "inspection.taskCount", text: COUNT, values: filterValues(filter) };
      return (await pool.query<{ count: number }>(query)).rows[0]?.count ?? 0;
    },
  };
}
