import type { Pool } from "pg";

/** Money allotted to a school for a programme and year by a level; yuan. */
export interface SchoolAllocationRow {
  readonly schoolId: string;
  readonly year: number;
  readonly programme: string;
  readonly sourceLevel: string;
  readonly stage: string | null;
  readonly amount: string;
  readonly recipients: number | null;
}

export interface SchoolAllocationStore {
  allocations(schoolIds: readonly string[]): Promise<readonly SchoolAllocationRow[]>;
}

const ALLOCATIONS = /* sql */ `
  select school_id as "schoolId", year, programme, source_level::text as "sourceLevel", stage::text,
    sum(amount)::text as amount, sum(recipients)::int as recipients
  from allocation where school_id = any ($1)
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
`;

/** Allotments that name a school. */
export function createSchoolAllocationStore(pool: Pool): SchoolAllocationStore {
  return {
    async allocations(schoolIds) {
      const query = { name: "funding.schoolAllocations", text: ALLOCATIONS, values: [schoolIds] };
      return (await pool.query<SchoolAllocationRow>(query)).rows;
    },
  };
}
