import type { Reads } from "@hub/kit";

/** An area and stage (null: all) on a day; schools closed before it count from the first day of the period on. */
export interface AreaDay {
  readonly areaCode: string;
  readonly stage: string | null;
  readonly on: string;
  readonly paidFrom: string;
}

/** The `ListedSchool`s of one key (`ordinal` counts keys from 1), by id, strung together; null where there are none. */
export interface AreaSchoolsRow {
  readonly ordinal: number;
  readonly schools: string | null;
}

/** A school as a list shows it; the day of closing is an ISO date, null while it is open. */
export type ListedSchool = readonly [id: string, name: string, closedOn: string | null];

export interface AreaSchoolsStore {
  /** One row a key. One database query. */
  schools(keys: readonly AreaDay[]): Promise<readonly AreaSchoolsRow[]>;
}

// A school belongs where it lies on the day, or lay on its last day: one that was merged away stays in the answer. While
// divisions are news, a county is found by its divisions, else by what is kept of it in the order of ids.
const AREA_SCHOOLS = /* sql */ `
  select key.ordinal::int, case when exists (select from hub_summary.division_news) then (
    select string_agg(own.listing, ',' order by own.school_id)
    from hub_summary.area_school as own
    where own.area = any (array(select key.area union all select code from division where county_code = key.area))
      and (own.tie = 'DIVISION' or own.tie = 'AUTHORITY' and own.area = key.area)
      and own.since <= key.day and own.until > key.day and own.closed > least(key.day, key.paid_from)
      and (key.stage is null or key.stage = any (own.stages))
  ) else (
    select string_agg(own.listing, ',' order by own.school_id)
    from hub_summary.area_school as own
    where own.area = key.area
      and own.since <= key.day and own.until > key.day and own.closed > least(key.day, key.paid_from)
      and (key.stage is null or key.stage = any (own.stages))
  ) end as schools
  from unnest($1::text[], $2::date[], $3::date[], $4::text[]) with ordinality as key(area, day, paid_from, stage, ordinal)
`;

/** Schools of areas, those closed not long ago included. */
export function createAreaSchoolsStore(reads: Reads): AreaSchoolsStore {
  return {
    async schools(keys) {
      const values = [
        keys.map((key) => key.areaCode),
        keys.map((key) => key.on),
        keys.map((key) => key.paidFrom),
        keys.map((key) => key.stage),
      ];
      return (await reads.query<AreaSchoolsRow>({ name: "schools.areaSchools", text: AREA_SCHOOLS, values })).rows;
    },
  };
}
