import type { ProgrammeRow } from "@hub/kit";
import { PROGRAMMES_OF_COUNTIES } from "@hub/kit";
import type { Pool } from "pg";

export interface PaymentTotalRow {
  readonly countyCode: string;
  readonly year: number;
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: string;
  readonly sourceLevel: string;
  readonly stage: string | null;
  readonly amount: string;
  readonly payments: number;
  readonly schools: number;
  readonly personTimes: number | null;
}

export interface AllocationTotalRow {
  readonly countyCode: string;
  readonly year: number;
  readonly programme: string;
  readonly sourceLevel: string;
  readonly stage: string | null;
  readonly amount: string;
  readonly recipients: number | null;
  readonly schools: number;
}

export interface ProjectTotalRow {
  readonly countyCode: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly programme: string | null;
  readonly category: string;
  readonly period: string;
  readonly amountKind: string | null;
  readonly projects: number;
  readonly amount: string | null;
}

/** The sums of counties over all their years, and the programmes their documents state. */
export interface CountyStore {
  payments(codes: readonly string[]): Promise<readonly PaymentTotalRow[]>;
  allocations(codes: readonly string[]): Promise<readonly AllocationTotalRow[]>;
  projects(codes: readonly string[]): Promise<readonly ProjectTotalRow[]>;
  programmes(codes: readonly string[]): Promise<readonly ProgrammeRow[]>;
}

const PAYMENTS = /* sql */ `
  select county_code as "countyCode", extract(year from paid_on)::int as year, programme, purpose,
    economic_class as "economicClass", source_level::text as "sourceLevel", stage::text, sum(amount)::text as amount,
    count(*)::int as payments, count(distinct school_id)::int as schools, sum(person_times)::int as "personTimes"
  from payment where county_code = any ($1)
  group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
`;

const ALLOCATIONS = /* sql */ `
  select county_code as "countyCode", year, programme, source_level::text as "sourceLevel", stage::text,
    sum(amount)::text as amount, sum(recipients)::int as recipients, count(distinct school_id)::int as schools
  from allocation where county_code = any ($1)
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
`;

const PROJECTS = /* sql */ `
  select county_code as "countyCode",
    min(extract(year from coalesce(period_start, period_end)))::int as "firstYear",
    max(extract(year from coalesce(period_end, period_start)))::int as "lastYear",
    programme, category, period, amount_kind as "amountKind", count(*)::int as projects, sum(amount)::text as amount
  from project
  where county_code = any ($1) and not exists (select 1 from project part where part.parent_id = project.id)
  group by county_code, programme, category, period, amount_kind
  order by county_code, period, programme, category, amount_kind
`;

/** What the finance office sums over a county. */
export function createCountyStore(pool: Pool): CountyStore {
  const rows = async <R extends object>(name: string, text: string, codes: readonly string[]): Promise<readonly R[]> =>
    (await pool.query<R>({ name: `funding.county.${name}`, text, values: [codes] })).rows;

  return {
    payments: (codes) => rows("payments", PAYMENTS, codes),
    allocations: (codes) => rows("allocations", ALLOCATIONS, codes),
    projects: (codes) => rows("projects", PROJECTS, codes),
    programmes: (codes) => rows("programmes", PROGRAMMES_OF_COUNTIES, codes),
  };
}
