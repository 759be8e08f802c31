import type { Viewer } from "@hub/schema";
import { areaPrefix } from "@hub/kit";
import type { Pool } from "pg";

/** Work of a person at a school. */
export interface AssignmentRow {
  readonly personId: string;
  readonly schoolId: string;
  readonly stage: string;
  readonly role: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly qualified: boolean | null;
  readonly holdsPost: boolean;
  readonly teaches: boolean;
  readonly fte: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** An honour of a person. */
export interface HonourRow {
  readonly personId: string;
  readonly kind: string;
  readonly level: string;
  readonly title: string | null;
  readonly grantedOn: string;
  readonly validTo: string | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

export interface CareerStore {
  assignments(personIds: readonly string[]): Promise<readonly AssignmentRow[]>;
  honours(personIds: readonly string[]): Promise<readonly HonourRow[]>;
}

const ASSIGNMENTS = /* sql */ `
  select person_id as "personId", school_id as "schoolId", stage::text, role::text, kind::text, subject, qualified,
    holds_post as "holdsPost", teaches, fte::float8, valid_from as "validFrom", valid_to as "validTo", origin::text,
    document, document_line as "documentLine"
  from assignment
  where person_id = any ($1) and starts_with(county_code, $2)
  order by person_id, valid_from, id
`;

const HONOURS = /* sql */ `
  select person_id as "personId", kind, level, title, granted_on as "grantedOn", valid_to as "validTo", origin::text,
    document, document_line as "documentLine"
  from staff_honour
  where person_id = any ($1) and starts_with(county_code, $2)
  order by person_id, granted_on, id
`;

/** What people did and were honoured for, in the counties the viewer may read. */
export function createCareerStore(pool: Pool, viewer: Viewer): CareerStore {
  const prefix = areaPrefix(viewer);
  return {
    async assignments(personIds) {
      const query = { name: "personnel.assignments", text: ASSIGNMENTS, values: [personIds, prefix] };
      return (await pool.query<AssignmentRow>(query)).rows;
    },
    async honours(personIds) {
      const query = { name: "personnel.honours", text: HONOURS, values: [personIds, prefix] };
      return (await pool.query<HonourRow>(query)).rows;
    },
  };
}
