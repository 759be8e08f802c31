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

/** What is known of the money of some schools. */
export interface SchoolPayments {
  /** Sums by school, class, programme and purpose, in no order. */
  readonly sums: readonly PaymentSumRow[];
  /** Schools whose accounts of every calendar year the period touches are closed. */
  readonly filed: ReadonlySet<string>;
}

export interface SchoolPaymentsStore {
  /** One database query. */
  payments(schoolIds: readonly string[], asked: PaymentsAsked): Promise<SchoolPayments>;
}

/** A sum, or a school whose accounts are closed: then all else is null. */
type Row = PaymentSumRow | { readonly schoolId: string; readonly payments: null };

// SYNTHETIC is the last of the origins, so that the greatest one tells whether any record is made up. Written as a
// position, the classes are no key of the index scan: there they would cost a search for each class of each school.
const PAYMENTS = /* sql */ `
  select school_id as "schoolId", programme, purpose, economic_class as "economicClass", max(paid_on) as "paidOn",
    (sum(amount) * 100)::bigint as cents, count(*)::int as payments, max(origin)::text as origin
  from payment
  where school_id = any ($1::text[]) and paid_on between $2 and $3 and array_position($4::text[], economic_class) is not null
    and ($5::text[] is null or programme = any ($5)) and ($6::text is null or stage::text = $6)
  group by school_id, programme, purpose, economic_class, case when $7::boolean then paid_on end
  union all
  select school_id, null, null, null, null, null, null, null from finance_return
  where school_id = any ($1::text[]) and year between $8::int and $9::int
  group by school_id having count(*) = $9 - $8 + 1
`;

/** Payments to schools, added up. */
export function createSchoolPaymentsStore(pool: Pool): SchoolPaymentsStore {
  return {
    async payments(schoolIds, { paidFrom, paidTo, economicClasses, programmes, stage, byDay }) {
      const years = [paidFrom, paidTo].map((day) => Number(day.slice(0, 4)));
      const values = [schoolIds, paidFrom, paidTo, economicClasses, programmes, stage, byDay, ...years];
      const { rows } = await pool.query<Row>({ name: "funding.schoolPayments", text: PAYMENTS, values });
      return {
        sums: rows.filter((row) => row.payments !== null),
        filed: new Set(rows.filter((row) => row.payments === null).map((row) => row.schoolId)),
      };
    },
  };
}
