import type { Pool } from "pg";

/** A finding as the database keeps it. */
export interface FindingRow {
  readonly id: string;
  readonly inspectionId: string | null;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly stage: string | null;
  readonly item: string;
  readonly severity: string;
  readonly foundOn: string;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

export interface FindingStore {
  byIds(ids: readonly string[]): Promise<readonly FindingRow[]>;
  ofInspections(inspectionIds: readonly string[]): Promise<readonly FindingRow[]>;
}

const FINDINGS = /* sql */ `
  select id, inspection_id as "inspectionId", county_code as "countyCode", school_id as "schoolId", stage::text, item,
    severity::text, found_on as "foundOn", origin::text, document, document_line as "documentLine"
  from finding
`;

const BY_IDS = /* sql */ `${FINDINGS} where id = any ($1)`;

const OF_INSPECTIONS = /* sql */ `${FINDINGS} where inspection_id = any ($1) order by inspection_id, severity desc, id`;

/** Findings of inspections. */
export function createFindingStore(pool: Pool): FindingStore {
  return {
    async byIds(ids) {
      return (await pool.query<FindingRow>({ name: "inspection.findings", text: BY_IDS, values: [ids] })).rows;
    },
    async ofInspections(inspectionIds) {
      const query = { name: "inspection.findingsOfInspections", text: OF_INSPECTIONS, values: [inspectionIds] };
      return (await pool.query<FindingRow>(query)).rows;
    },
  };
}
