import type { ProgrammeRow } from "@hub/kit";
import { PROGRAMMES_OF_COUNTIES } from "@hub/kit";
import type { Pool } from "pg";

/** A county in a calendar year; null means all years. */
export interface CountyYear {
  readonly countyCode: string;
  readonly year: number | null;
}

/** A row of one county and year. */
interface YearRow {
  readonly countyCode: string;
  readonly year: number;
}

export interface RecruitmentRow extends YearRow {
  readonly channel: string;
  readonly stage: string | null;
  readonly persons: number;
  readonly toRural: number;
  readonly left: number;
}

export interface TrainingRow extends YearRow {
  readonly course: string;
  readonly level: string;
  readonly audience: string;
  readonly stage: string | null;
  readonly persons: number;
  readonly attendances: number;
  readonly hours: number | null;
}

export interface HonourCountRow extends YearRow {
  readonly kind: string;
  readonly level: string;
  readonly honours: number;
  readonly persons: number;
}

export interface ResearchRow extends YearRow {
  readonly kind: string;
  readonly level: string;
  readonly result: string | null;
  readonly projects: number;
  readonly participants: number;
}

export interface ActivityRow extends YearRow {
  readonly kind: string;
  readonly records: number;
  readonly quantity: number;
}

/** The yearly counts of counties, all their years. */
export interface CountyStore {
  recruitment(codes: readonly string[]): Promise<readonly RecruitmentRow[]>;
  training(codes: readonly string[]): Promise<readonly TrainingRow[]>;
  honours(codes: readonly string[]): Promise<readonly HonourCountRow[]>;
  research(codes: readonly string[]): Promise<readonly ResearchRow[]>;
  activities(codes: readonly string[]): Promise<readonly ActivityRow[]>;
  programmes(codes: readonly string[]): Promise<readonly ProgrammeRow[]>;
}

const RECRUITMENT = /* sql */ `
  select county_code as "countyCode", extract(year from hired_on)::int as year, hire_channel as channel,
    hire_stage::text as stage, count(*)::int as persons, count(*) filter (where hired_to_rural)::int as "toRural",
    count(*) filter (where left_on <= current_date)::int as "left"
  from person where county_code = any ($1)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
`;

const TRAINING = /* sql */ `
  select county_code as "countyCode", year, course, level, audience, stage::text, sum(persons)::int as persons,
    sum(attendances)::int as attendances, max(hours)::int as hours
  from training_attendance where county_code = any ($1)
  group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
`;

const HONOURS = /* sql */ `
  select county_code as "countyCode", extract(year from granted_on)::int as year, kind, level, count(*)::int as honours,
    count(distinct person_id)::int as persons
  from staff_honour where county_code = any ($1)
  group by 1, 2, 3, 4 order by 1, 2, 3, 4
`;

const RESEARCH = /* sql */ `
  select county_code as "countyCode", year, kind, level, result, count(*)::int as projects,
    sum(participants)::int as participants
  from research_project where county_code = any ($1)
  group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
`;

const ACTIVITIES = /* sql */ `
  select county_code as "countyCode", extract(year from date)::int as year, kind, count(*)::int as records,
    sum(quantity)::int as quantity
  from personnel_activity where county_code = any ($1)
  group by 1, 2, 3 order by 1, 2, 3
`;

/** What the personnel office counts of a county. */
export function createCountyStore(pool: Pool): CountyStore {
  const rows = async <R extends object>(name: string, text: string, codes: readonly string[]): Promise<readonly R[]> =>
    (await pool.query<R>({ name: `personnel.county.${name}`, text, values: [codes] })).rows;

  return {
    recruitment: (codes) => rows("recruitment", RECRUITMENT, codes),
    training: (codes) => rows("training", TRAINING, codes),
    honours: (codes) => rows("honours", HONOURS, codes),
    research: (codes) => rows("research", RESEARCH, codes),
    activities: (codes) => rows("activities", ACTIVITIES, codes),
    programmes: (codes) => rows("programmes", PROGRAMMES_OF_COUNTIES, codes),
  };
}
