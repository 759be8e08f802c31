import type { ProgrammeRow } from "@hub/kit";
import { PROGRAMMES_OF_COUNTIES } from "@hub/kit";
import type { Pool } from "pg";

/** A row of one county and year. */
interface YearRow {
  readonly countyCode: string;
  readonly year: number;
}

export interface ComplaintRow extends YearRow {
  readonly channel: string;
  readonly topic: string | null;
  readonly complaints: number;
  readonly persons: number;
  readonly closed: number;
}

export interface InstitutionEventRow extends YearRow {
  readonly institutionKind: string;
  readonly kind: string;
  readonly events: number;
  readonly institutions: number;
}

export interface ActivityRow extends YearRow {
  readonly kind: string;
  readonly stage: string | null;
  readonly records: number;
  readonly quantity: number;
}

/** The yearly counts of counties, all their years. */
export interface CountyStore {
  complaints(codes: readonly string[]): Promise<readonly ComplaintRow[]>;
  institutionEvents(codes: readonly string[]): Promise<readonly InstitutionEventRow[]>;
  activities(codes: readonly string[]): Promise<readonly ActivityRow[]>;
  programmes(codes: readonly string[]): Promise<readonly ProgrammeRow[]>;
}

const COMPLAINTS = /* sql */ `
  select county_code as "countyCode", extract(year from received_on)::int as year, channel, topic,
    count(*)::int as complaints, sum(persons)::int as persons,
    count(*) filter (where closed_on <= current_date)::int as closed
  from complaint where county_code = any ($1)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
`;

const INSTITUTION_EVENTS = /* sql */ `
  select county_code as "countyCode", extract(year from date)::int as year, institution_kind as "institutionKind", kind,
    count(*)::int as events, count(distinct institution)::int as institutions
  from institution_event where county_code = any ($1)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
`;

const ACTIVITIES = /* sql */ `
  select county_code as "countyCode", extract(year from date)::int as year, kind, stage::text, count(*)::int as records,
    sum(quantity)::int as quantity
  from inspection_activity where county_code = any ($1)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
`;

/** What the inspection office counts of a county. */
export function createCountyStore(pool: Pool): CountyStore {
  const rows = async <R extends object>(name: string, text: string, codes: readonly string[]): Promise<readonly R[]> =>
    (await pool.query<R>({ name: `inspection.county.${name}`, text, values: [codes] })).rows;

  return {
    complaints: (codes) => rows("complaints", COMPLAINTS, codes),
    institutionEvents: (codes) => rows("institutionEvents", INSTITUTION_EVENTS, codes),
    activities: (codes) => rows("activities", ACTIVITIES, codes),
    programmes: (codes) => rows("programmes", PROGRAMMES_OF_COUNTIES, codes),
  };
}
