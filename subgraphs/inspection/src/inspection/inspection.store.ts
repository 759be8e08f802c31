import type { Pool } from "pg";

/** An inspection as the database keeps it. */
export interface InspectionRow {
  readonly id: string;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly stage: string | null;
  readonly kind: string;
  readonly title: string | null;
  readonly inspector: string | null;
  readonly date: string;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** A page of a school's inspections, newest first: at most `size` rows after a date and id. */
export interface InspectionPageKey {
  readonly schoolId: string;
  readonly size: number;
  readonly afterDate: string | null;
  readonly afterId: string | null;
}

/** Which inspections of a county; null means any. */
export interface InspectionFilter {
  readonly countyCode: string;
  readonly kind: string | null;
  readonly year: number | null;
  readonly countyOnly: boolean;
}

export interface InspectionStore {
  byIds(ids: readonly string[]): Promise<readonly InspectionRow[]>;
  pages(keys: readonly InspectionPageKey[]): Promise<readonly (InspectionRow & { readonly ordinal: number })[]>;
  counts(schoolIds: readonly string[]): Promise<readonly { readonly schoolId: string; readonly count: number }[]>;
  page(
    filter: InspectionFilter,
    after: readonly (string | number | null)[] | null,
    size: number,
  ): Promise<readonly InspectionRow[]>;
  count(filter: InspectionFilter): Promise<number>;
}

const COLUMNS = /* sql */ `
  inspection.id, inspection.county_code as "countyCode", inspection.school_id as "schoolId", inspection.stage::text,
  inspection.kind, inspection.title, inspection.inspector, inspection.date, inspection.origin::text,
  inspection.document, inspection.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `select ${COLUMNS} from inspection where id = any ($1)`;

const PAGES = /* sql */ `
  select key.ordinal::int, page.*
  from unnest($1::text[], $2::int[], $3::date[], $4::text[]) with ordinality
    as key(school_id, size, after_date, after_id, ordinal)
  cross join lateral (
    select ${COLUMNS} from inspection
    where inspection.school_id = key.school_id
      and (key.after_id is null or (inspection.date, inspection.id) < (key.after_date, key.after_id))
    order by inspection.date desc, inspection.id desc
    limit key.size
  ) as page
  order by key.ordinal, page.date desc, page.id desc
`;

const COUNTS = /* sql */ `
  select school_id as "schoolId", count(*)::int as count from inspection where school_id = any ($1) group by school_id
`;

const WHERE = /* sql */ `
  county_code = $1 and ($2::text is null or kind = $2) and (not $4 or school_id is null)
  and ($3::int is null or date between make_date($3, 1, 1) and make_date($3, 12, 31))
`;

const PAGE = /* sql */ `
  select ${COLUMNS} from inspection
  where ${WHERE} and ($6::text is null or (date, id) < ($5::date, $6))
  order by date desc, id desc limit $7
`;

const COUNT = /* sql */ `select count(*)::int as count from inspection where ${WHERE}`;

const filterValues = ({ countyCode, kind, year, countyOnly }: InspectionFilter) => [countyCode, kind, year, countyOnly];

/** Inspections, newest first. */
export function createInspectionStore(pool: Pool): InspectionStore {
  return {
    async byIds(ids) {
      return (await pool.query<InspectionRow>({ name: "inspection.inspections", text: BY_IDS, values: [ids] })).rows;
    },
    async pages(keys) {
      const values = [
        keys.map((key) => key.schoolId),
        keys.map((key) => key.size),
        keys.map((key) => key.afterDate),
        keys.map((key) => key.afterId),
      ];
      const query = { name: "inspection.schoolPages", text: PAGES, values };
      return (await pool.query<InspectionRow & { ordinal: number }>(query)).rows;
    },
    async counts(schoolIds) {
      const query = { name: "inspection.schoolCounts", text: COUNTS, values: [schoolIds] };
      return (await pool.query<{ schoolId: string; count: number }>(query)).rows;
    },
    async page(filter, after, size) {
      const values = [...filterValues(filter), after?.[0] ?? null, after?.[1] ?? null, size];
      return (await pool.query<InspectionRow>({ name: "inspection.page", text: PAGE, values })).rows;
    },
    async count(filter) {
      const query = { name: "inspection.count", text: COUNT, values: filterValues(filter) };
      return (await pool.query<{ count: number }>(query)).rows[0]?.count ?? 0;
    },
  };
}
