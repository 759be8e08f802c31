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
  /** `hub_summary.payment_facts` of schools and calendar years, strung together; null for none. One database query. */
  facts(schoolIds: readonly string[], years: readonly number[]): Promise<string | null>;
  /** Sums by school, class, programme and purpose, in no order. One database query. */
  payments(schoolIds: readonly string[], asked: PaymentsAsked): Promise<readonly PaymentSumRow[]>;
}

// The summary is kept equal to the records by the database.
const FACTS = /* sql */ `
  select string_agg(facts, ',') as facts from hub_summary.payment_facts
  where year = any ($2::int[]) and school_id = any ($1::text[])
`;

// SYNTHETIC is the last of the origins, so that the greatest one tells whether any record is made up; the summary mixes
// origins alike. Written as a position, the classes are no key of the index scan: there they would cost a search for each
// class of each school.
const PAYMENTS = /* sql */ `
  select school_id as "schoolId", programme, purpose, economic_class as "economicClass", max(paid_on) as "paidOn",
    (sum(amount) * 100)::bigint as cents, count(*)::int as payments,
    case max(origin) when 'SYNTHETIC' then 'SYNTHETIC' else min(origin)::text end as origin
  from payment
  where school_id = any ($1::text[]) and paid_on between $2 and $3 and array_position($4::text[], economic_class) is not null
    and ($5::text[] is null or programme = any ($5)) and ($6::text is null or stage::text = $6)
  group by school_id, programme, purpose, economic_class, case when $7::boolean then paid_on end
`;

/** Payments to schools, added up. */
export function createSchoolPaymentsStore(pool: Pool): SchoolPaymentsStore {
  return {
    async facts(schoolIds, years) {
      const query = { name: "funding.paymentFacts", text: FACTS, values: [schoolIds, years] };
      return (await pool.query<{ readonly facts: string | null }>(query)).rows[0]?.facts ?? null;
    },
    async payments(schoolIds, { paidFrom, paidTo, economicClasses, programmes, stage, byDay }) {
      const values = [schoolIds, paidFrom, paidTo, economicClasses, programmes, stage, byDay];
      return (await pool.query<PaymentSumRow>({ name: "funding.schoolPayments", text: PAYMENTS, values })).rows;
    },
  };
}
