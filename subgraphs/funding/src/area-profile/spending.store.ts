import type { Reads, SchoolYear } from "@hub/kit";

/**
 * What schools were paid in calendar years, by column: one slot a school and year, in the order asked; money in cents (分).
 *
 * Zero where nothing was paid, and where `filed` says that the school closed no accounts.
 */
export interface SpendingColumns {
  readonly filed: readonly boolean[];
  /** Of the accounts; null when none were filed. */
  readonly origin: readonly (string | null)[];
  readonly spending: readonly number[];
  readonly personnelSpending: readonly number[];
  readonly publicUseSpending: readonly number[];
  readonly capitalSpending: readonly number[];
  readonly aidSpending: readonly number[];
  readonly aidPersonTimes: readonly number[];
}

/** What a school that closed its accounts was paid from one source in a calendar year, in cents. */
export interface SourceRow extends SchoolYear {
  readonly sourceLevel: string;
  readonly cents: number;
}

export interface SpendingStore {
  /** Slots of the schools and years, of one stage or, for null, of all and of none. One database query. */
  spending(keys: readonly SchoolYear[], stage: string | null): Promise<SpendingColumns>;
  /** Money by source, all stages together; no row where nothing was paid. One database query. */
  sources(keys: readonly SchoolYear[]): Promise<readonly SourceRow[]>;
}

const PAID = /* sql */ `
  payment.school_id = filed.school_id
  and payment.paid_on >= make_date(key.year, 1, 1) and payment.paid_on < make_date(key.year + 1, 1, 1)
`;

// Columns arrive as one row: thousands of small values cost more to carry than to count.
const SPENDING = /* sql */ `
  select json_agg(slot.filed order by place) as filed, json_agg(slot.origin order by place) as origin,
    json_agg(slot.spending order by place) as spending,
    json_agg(slot.personnel order by place) as "personnelSpending",
    json_agg(slot.public_use order by place) as "publicUseSpending",
    json_agg(slot.capital order by place) as "capitalSpending",
    json_agg(slot.aid order by place) as "aidSpending",
    json_agg(slot.person_times order by place) as "aidPersonTimes"
  from (
    select key.place, filed.school_id is not null as filed, filed.origin, paid.*
    from unnest($1::text[], $2::int[]) with ordinality as key(school_id, year, place)
    left join finance_return filed on filed.school_id = key.school_id and filed.year = key.year
    cross join lateral (
      select coalesce(sum(cents), 0)::float8 as spending,
        coalesce(sum(cents) filter (where economic_class = 'PERSONNEL'), 0)::float8 as personnel,
        coalesce(sum(cents) filter (where economic_class = 'PUBLIC_USE'), 0)::float8 as public_use,
        coalesce(sum(cents) filter (where economic_class = 'CAPITAL'), 0)::float8 as capital,
        coalesce(sum(cents) filter (where economic_class in ('AID', 'SUBSIDY')), 0)::float8 as aid,
        coalesce(sum(person_times), 0)::int as person_times
      from (
        select (payment.amount * 100)::bigint as cents, payment.economic_class, payment.person_times
        from payment
        where ${PAID} and ($3::text is null or payment.stage::text = $3)
      ) as payment
    ) as paid
  ) as slot
`;

const SOURCES = /* sql */ `
  select key.school_id as "schoolId", key.year, payment.source_level::text as "sourceLevel",
    (sum(payment.amount) * 100)::float8 as cents
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  join finance_return filed on filed.school_id = key.school_id and filed.year = key.year
  join payment on ${PAID}
  group by 1, 2, 3
`;

/** Money paid to schools. */
export function createSpendingStore(reads: Reads): SpendingStore {
  const lists = (keys: readonly SchoolYear[]) => [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
  return {
    async spending(keys, stage) {
      const query = { name: "funding.spending", text: SPENDING, values: [...lists(keys), stage] };
      const [columns] = (await reads.query<SpendingColumns>(query)).rows;
      if (columns === undefined) throw new TypeError("funding.spending: found no row; expected one");
      return columns;
    },
    async sources(keys) {
      return (await reads.query<SourceRow>({ name: "funding.sources", text: SOURCES, values: lists(keys) })).rows;
    },
  };
}
