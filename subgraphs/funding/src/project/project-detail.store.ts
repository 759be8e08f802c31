import type { Pool } from "pg";

/** A school a project serves. */
export interface ProjectSchoolRow {
  readonly projectId: string;
  readonly schoolId: string;
  readonly works: string;
  readonly origin: string;
}

export interface ProcurementLineRow {
  readonly id: string;
  readonly projectId: string;
  readonly assetClass: string;
  readonly quantity: number;
  readonly year: number;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

export interface ProjectDetailStore {
  schools(projectIds: readonly string[]): Promise<readonly ProjectSchoolRow[]>;
  procurement(projectIds: readonly string[]): Promise<readonly ProcurementLineRow[]>;
}

const SCHOOLS = /* sql */ `
  select project_id as "projectId", school_id as "schoolId", works, origin::text
  from project_school where project_id = any ($1)
  order by project_id, school_id, works
`;

const PROCUREMENT = /* sql */ `
  select id, project_id as "projectId", asset_class as "assetClass", quantity, year, origin::text, document,
    document_line as "documentLine"
  from procurement_line where project_id = any ($1)
  order by project_id, year, asset_class, id
`;

/** What hangs on a project: the schools it serves and what it bought. */
export function createProjectDetailStore(pool: Pool): ProjectDetailStore {
  return {
    async schools(projectIds) {
      const query = { name: "funding.projectSchools", text: SCHOOLS, values: [projectIds] };
      return (await pool.query<ProjectSchoolRow>(query)).rows;
    },
    async procurement(projectIds) {
      const query = { name: "funding.procurement", text: PROCUREMENT, values: [projectIds] };
      return (await pool.query<ProcurementLineRow>(query)).rows;
    },
  };
}
