import type { Pool } from "pg";

/** A project as the database keeps it; money in yuan, dates ISO. */
export interface ProjectRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly countyCode: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly category: string;
  readonly programme: string | null;
  readonly stage: string | null;
  readonly period: string;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly status: string;
  readonly amount: string | null;
  readonly amountKind: string | null;
  readonly amountQualifier: string | null;
  readonly siteAreaM2: string | null;
  readonly floorAreaM2: string | null;
  readonly playgroundAreaM2: string | null;
  readonly count: number | null;
  readonly countUnit: string | null;
  readonly note: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** Which projects a list holds; null leaves a condition out. */
export interface ProjectFilter {
  readonly county: string | null;
  readonly school: string | null;
  readonly categories: readonly string[] | null;
  readonly programmes: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly stage: string | null;
  readonly year: number | null;
  readonly stated: boolean | null;
  readonly leaf: boolean | null;
}

/** A page of a list: at most `size` rows after an id. */
export interface ProjectPageKey extends ProjectFilter {
  readonly after: string | null;
  readonly size: number;
}

export interface ProjectStore {
  byIds(ids: readonly string[]): Promise<readonly ProjectRow[]>;
  parts(ids: readonly string[]): Promise<readonly ProjectRow[]>;
  pages(keys: readonly ProjectPageKey[]): Promise<readonly (ProjectRow & { readonly ordinal: number })[]>;
  counts(keys: readonly ProjectFilter[]): Promise<readonly { readonly ordinal: number; readonly count: number }[]>;
}

const COLUMNS = /* sql */ `
  project.id, project.parent_id as "parentId", project.county_code as "countyCode", project.name,
  project.name_en as "nameEn", project.category, project.programme, project.stage::text, project.period,
  project.period_start as "periodStart", project.period_end as "periodEnd", project.status, project.amount::text,
  project.amount_kind as "amountKind", project.amount_qualifier as "amountQualifier",
  project.site_area_m2::text as "siteAreaM2", project.floor_area_m2::text as "floorAreaM2",
  project.playground_area_m2::text as "playgroundAreaM2", project.count, project.count_unit as "countUnit",
  project.note, project.origin::text, project.document, project.document_line as "documentLine"
`;

const BY_IDS = /* sql */ `select ${COLUMNS} from project where project.id = any ($1)`;

const PARTS = /* sql */ `
  select ${COLUMNS} from project where project.parent_id = any ($1) order by project.id collate "C"
`;

const KEYS = /* sql */ `
  jsonb_to_recordset($1::jsonb) as key(
    ordinal int, county text, school text, categories text[], programmes text[], statuses text[], stage text, year int,
    stated boolean, leaf boolean, after text, size int
  )
`;

const MATCHES = /* sql */ `
  (key.county is null or project.county_code = key.county)
  and (key.school is null or project.id in (select project_id from project_school where school_id = key.school))
  and (key.categories is null or project.category = any (key.categories))
  and (key.programmes is null or project.programme = any (key.programmes))
  and (key.statuses is null or project.status = any (key.statuses))
  and (key.stage is null or project.stage::text = key.stage)
  and (key.year is null or (
    extract(year from coalesce(project.period_start, project.period_end)) <= key.year
    and extract(year from project.period_end) >= key.year
  ))
  and (key.stated is null or (project.origin = 'DOCUMENT') = key.stated)
  and (key.leaf is null or key.leaf = not exists (select 1 from project part where part.parent_id = project.id))
`;

const PAGES = /* sql */ `
  select key.ordinal, page.*
  from ${KEYS}
  cross join lateral (
    select ${COLUMNS} from project
    where ${MATCHES} and (key.after is null or project.id collate "C" > key.after)
    order by project.id collate "C"
    limit key.size
  ) as page
  order by key.ordinal, page.id collate "C"
`;

const COUNTS = /* sql */ `
  select key.ordinal, (select count(*)::int from project where ${MATCHES}) as count from ${KEYS}
`;

/** The project register. */
export function createProjectStore(pool: Pool): ProjectStore {
  const numbered = (keys: readonly object[]) =>
    JSON.stringify(keys.map((key, index) => ({ ...key, ordinal: index + 1 })));
  return {
    async byIds(ids) {
      return (await pool.query<ProjectRow>({ name: "funding.projects", text: BY_IDS, values: [ids] })).rows;
    },
    async parts(ids) {
      return (await pool.query<ProjectRow>({ name: "funding.projectParts", text: PARTS, values: [ids] })).rows;
    },
    async pages(keys) {
      const query = { name: "funding.projectPages", text: PAGES, values: [numbered(keys)] };
      return (await pool.query<ProjectRow & { ordinal: number }>(query)).rows;
    },
    async counts(keys) {
      const query = { name: "funding.projectCounts", text: COUNTS, values: [numbered(keys)] };
      return (await pool.query<{ ordinal: number; count: number }>(query)).rows;
    },
  };
}
