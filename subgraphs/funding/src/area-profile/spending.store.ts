import type { Pool } from "pg";

/** A school in a calendar year. */
export interface SchoolYear {
  readonly schoolId: string;
  readonly year: number;
}

/**
 * What a school was paid in a calendar year, by stage, economic class and source; money in cents (分).
 *
 * A school and year without payments, or without filed accounts, has one row that says so and no cents.
 */
export interface SpendingRow extends SchoolYear {
  readonly filed: boolean;
  /** Of the accounts; null when none were filed. */
  readonly origin: string | null;
  readonly stage: string | null;
  readonly economicClass: string | null;
  readonly sourceLevel: string | null;
  readonly cents: number | null;
  readonly personTimes: number | null;
}

export interface SpendingStore {
  /** Rows of the schools and years. One database query. */
  spending(keys: readonly SchoolYear[]): Promise<readonly SpendingRow[]>;
}

const SPENDING = /* sql */ `
  select key.school_id as "schoolId", key.year, filed.school_id is not null as filed, filed.origin::text,
    paid.stage::text, paid.economic_class as "economicClass", paid.source_level::text as "sourceLevel", paid.cents,
    paid.person_times as "personTimes"
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  left join finance_return filed on filed.school_id = key.school_id and filed.year = key.year
  left join lateral (
    select payment.stage, payment.economic_class, payment.source_level,
      (sum(payment.amount) * 100)::bigint as cents, coalesce(sum(payment.person_times), 0)::int as person_times
    from payment
    where payment.school_id = filed.school_id
      and payment.paid_on >= make_date(key.year, 1, 1) and payment.paid_on < make_date(key.year + 1, 1, 1)
    group by 1, 2, 3
  ) as paid on true
`;

/** Money paid to schools. */
export function createSpendingStore(pool: Pool): SpendingStore {
  return {
    async spending(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      return (await pool.query<SpendingRow>({ name: "funding.spending", text: SPENDING, values })).rows;
    },
  };
}
