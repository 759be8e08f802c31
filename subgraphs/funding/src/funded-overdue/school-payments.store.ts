import type { OriginName } from "@hub/schema";
import type { Pool } from "pg";

/** Which payments, and whether by day; a null stage or list means all. */
export interface PaymentsAsked {
  readonly paidFrom: string;
  readonly paidTo: string;
  readonly economicClasses: readonly string[];
  readonly programmes: readonly string[] | null;
  readonly stage: string | null;
  readonly byDay: boolean;
}

/** Money of one school, programme, purpose and class, in cents (分); of one day, or with the day of the last payment. */
export interface PaymentSumRow {
  readonly schoolId: string;
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: string;
  readonly paidOn: string;
  readonly cents: number;
  readonly payments: number;
  readonly origin: OriginName;
}

export interface SchoolPaymentsStore {
  /** Sums by school, class, programme and purpose. One database query. */
  sums(schoolIds: readonly string[], asked: PaymentsAsked): Promise<readonly PaymentSumRow[]>;
  /** Schools whose accounts of every calendar year from the one to the other are closed. One database query. */
  filed(schoolIds: readonly string[], from: number, to: number): Promise<ReadonlySet<string>>;
}

// SYNTHETIC is the last of the origins, so that the greatest one tells whether any record is made up.
const SUMS = /* sql */ `
  select school_id as "schoolId", programme, purpose, economic_class as "economicClass", max(paid_on) as "paidOn",
    (sum(amount) * 100)::bigint as cents, count(*)::int as payments, max(origin)::text as origin
  from payment
  where school_id = any ($1::text[]) and paid_on between $2 and $3 and economic_class = any ($4::text[])
    and ($5::text[] is null or programme = any ($5)) and ($6::text is null or stage::text = $6)
  group by school_id, programme, purpose, economic_class, case when $7::boolean then paid_on end
  order by school_id, economic_class, programme, purpose, max(paid_on)
`;

const FILED = /* sql */ `
  select school_id as "schoolId" from finance_return
  where school_id = any ($1::text[]) and year between $2::int and $3::int
  group by school_id having count(*) = $3 - $2 + 1
`;

/** Payments to schools, added up. */
export function createSchoolPaymentsStore(pool: Pool): SchoolPaymentsStore {
  return {
    async sums(schoolIds, { paidFrom, paidTo, economicClasses, programmes, stage, byDay }) {
      const values = [schoolIds, paidFrom, paidTo, economicClasses, programmes, stage, byDay];
      return (await pool.query<PaymentSumRow>({ name: "funding.schoolPayments", text: SUMS, values })).rows;
    },
    async filed(schoolIds, from, to) {
      const query = { name: "funding.filedAccounts", text: FILED, values: [schoolIds, from, to] };
      return new Set((await pool.query<{ schoolId: string }>(query)).rows.map((row) => row.schoolId));
    },
  };
}
