import type { CursorPosition, Reads } from "@hub/kit";

/** A school as the register keeps it; dates are ISO. */
export interface SchoolRow {
  readonly id: string;
  readonly countyCode: string;
  readonly name: string;
  readonly typeCode: string;
  readonly sponsor: string;
  readonly ownership: string;
  readonly urbanRural: string | null;
  readonly boarding: boolean;
  readonly stages: readonly string[];
  readonly parentSchoolId: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** Which schools a list holds; null leaves a condition out. */
export interface SchoolFilter {
  /** Division code or authority id. */
  readonly within: string | null;
  /** The day the register is read for: schools open then, in the area then. */
  readonly on: string;
  readonly stage: string | null;
  readonly ownerships: readonly string[] | null;
  readonly typeCodes: readonly string[] | null;
  /** Part of any name, normalised. */
  readonly name: string | null;
}

/** A school of a list, which knows how many schools the whole list has. */
export interface ListedSchoolRow extends SchoolRow {
  readonly total: number;
}

export interface SchoolStore {
  byIds(ids: readonly string[]): Promise<readonly SchoolRow[]>;
  byCodes(codes: readonly string[]): Promise<readonly (SchoolRow & { readonly matched: string })[]>;
  /** Each row with the length of the whole list. */
  page(filter: SchoolFilter, after: CursorPosition | null, limit: number): Promise<readonly ListedSchoolRow[]>;
  count(filter: SchoolFilter): Promise<number>;
}

const COLUMNS = /* sql */ `
  school.id, school.county_code as "countyCode", school.name, school.type_code as "typeCode", school.sponsor,
  school.ownership::text, school.urban_rural::text as "urbanRural", school.boarding, school.stages::text[],
  school.parent_school_id as "parentSchoolId", school.opened_on as "openedOn", school.closed_on as "closedOn",
  school.origin::text, school.document, school.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `select ${COLUMNS} from school where id = any ($1)`;

// A void code is never given again by the ministry, but a local one may be: the latest bearer wins.
const BY_CODES = /* sql */ `
  select distinct on (identifier.value) identifier.value as matched, ${COLUMNS}
  from school_identifier identifier
  join school on school.id = identifier.school_id
  where identifier.value = any ($1)
  order by identifier.value, identifier.valid_from desc
`;

const ANYWHERE = /* sql */ `from school where $1::text is null`;

// A list within an area begins at the area's few schools, whatever else the register holds.
const WITHIN = /* sql */ `
  from school
  where school.id = any (array(
    select link.school_id
    from school_division link
    where link.division_code = any (array(
        select code from division where code = $1
        union all
        select code from division where county_code = $1
      ))
      and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
    union all
    select link.school_id
    from school_authority link
    where link.authority_id = $1 and link.valid_from <= $2 and (link.valid_to is null or link.valid_to > $2)
  ))
`;

const CONDITIONS = /* sql */ `
  and (school.opened_on is null or school.opened_on <= $2) and (school.closed_on is null or school.closed_on > $2)
  and ($3::text is null or $3 = any (school.stages::text[]))
  and ($4::text[] is null or school.ownership::text = any ($4))
  and ($5::text[] is null or school.type_code = any ($5))
  and ($6::text is null or exists (
    select 1 from school_name where school_name.school_id = school.id and position($6 in school_name.normalized) > 0
  ))
`;

const PAGE = /* sql */ `
  where $7::text is null or (name collate "C", id) > ($7 collate "C", $8) order by name collate "C", id limit $9
`;

// The register is sorted and counted by its keys alone; whole rows are read for the page.
const PAGE_ANYWHERE = /* sql */ `
  with listed as materialized (select school.id, school.name ${ANYWHERE} ${CONDITIONS}),
  paged as materialized (select id, name from listed ${PAGE})
  select ${COLUMNS}, (select count(*)::int from listed) as total
  from paged
  join school on school.id = paged.id
  order by paged.name collate "C", paged.id
`;

// The schools of an area are few enough to be read whole.
const PAGE_WITHIN = /* sql */ `
  with listed as materialized (select school.* ${WITHIN} ${CONDITIONS})
  select ${COLUMNS}, (select count(*)::int from listed) as total from listed as school ${PAGE}
`;

const count = (source: string) => /* sql */ `select count(*)::int as schools ${source} ${CONDITIONS}`;

const LISTS = {
  anywhere: { page: PAGE_ANYWHERE, count: count(ANYWHERE) },
  within: { page: PAGE_WITHIN, count: count(WITHIN) },
} as const;

function listOf({ within }: SchoolFilter): keyof typeof LISTS {
  return within === null ? "anywhere" : "within";
}

function filterValues({ within, on, stage, ownerships, typeCodes, name }: SchoolFilter): unknown[] {
  return [within, on, stage, ownerships, typeCodes, name];
}

/** The school register. */
export function createSchoolStore(reads: Reads): SchoolStore {
  return {
    async byIds(ids) {
      return (await reads.query<SchoolRow>({ name: "schools.byIds", text: BY_IDS, values: [ids] })).rows;
    },
    async byCodes(codes) {
      const query = { name: "schools.byCodes", text: BY_CODES, values: [codes] };
      return (await reads.query<SchoolRow & { matched: string }>(query)).rows;
    },
    async page(filter, after, limit) {
      const list = listOf(filter);
      const values = [...filterValues(filter), after?.[0] ?? null, after?.[1] ?? null, limit];
      return (await reads.query<ListedSchoolRow>({ name: `schools.page.${list}`, text: LISTS[list].page, values }))
        .rows;
    },
    async count(filter) {
      const list = listOf(filter);
      const query = { name: `schools.count.${list}`, text: LISTS[list].count, values: filterValues(filter) };
      return (await reads.query<{ schools: number }>(query)).rows[0]?.schools ?? 0;
    },
  };
}
