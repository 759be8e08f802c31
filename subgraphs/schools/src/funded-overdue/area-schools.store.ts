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
  /** One row a key. One database query, or two for a single key while divisions are news. */
  schools(keys: readonly AreaDay[]): Promise<readonly AreaSchoolsRow[]>;
}

// A school belongs where it lies on the day, or lay on its last day: one that was merged away stays in the answer. Null
// while divisions are news, which what is kept of areas does not know yet.
const OF_ONE_AREA = /* sql */ `
  select case when exists (select from hub_summary.division_news) then null
    else coalesce(string_agg(own.listing, ',' order by own.school_id), '') end as schools
  from hub_summary.area_school as own
  where own.area = $1 and own.since <= $2::date and own.until > $2::date and own.closed > least($2::date, $3::date)
    and ($4::text is null or $4::text = any (own.stages))
`;

// While divisions are news, a county is found by its divisions, else by what is kept of it in the order of ids.
const OF_AREAS = /* sql */ `
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

interface OneAreaRow {
  readonly schools: string | null;
}

/** Schools of areas, those closed not long ago included. */
export function createAreaSchoolsStore(reads: Reads): AreaSchoolsStore {
  const ofAreas = async (keys: readonly AreaDay[]): Promise<readonly AreaSchoolsRow[]> => {
    const values = [
      keys.map((key) => key.areaCode),
      keys.map((key) => key.on),
      keys.map((key) => key.paidFrom),
      keys.map((key) => key.stage),
    ];
    return (await reads.query<AreaSchoolsRow>({ name: "schools.areaSchools", text: OF_AREAS, values })).rows;
  };

  return {
    // One area is nearly all that is asked for, and takes PostgreSQL a third less.
    async schools(keys) {
      const [only] = keys;
      if (only === undefined || keys.length > 1) return ofAreas(keys);
      const values = [only.areaCode, only.on, only.paidFrom, only.stage];
      const query = { name: "schools.oneAreaSchools", text: OF_ONE_AREA, values, onlyText: "schools" };
      const schools = (await reads.query<OneAreaRow>(query)).rows[0]?.schools ?? null;
      return schools === null ? ofAreas(keys) : [{ ordinal: 1, schools }];
    },
  };
}
