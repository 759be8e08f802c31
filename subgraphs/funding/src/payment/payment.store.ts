import { areaPrefix } from "@hub/kit";
import type { Viewer } from "@hub/schema";
import type { Pool } from "pg";

/** A payment as the database keeps it; yuan, dates ISO. */
export interface PaymentRow {
  readonly id: string;
  readonly countyCode: string;
  readonly schoolId: string | null;
  readonly projectId: string | null;
  readonly programme: string;
  readonly purpose: string | null;
  readonly economicClass: string;
  readonly sourceLevel: string;
  readonly stage: string | null;
  readonly amount: string;
  readonly paidOn: string;
  readonly personTimes: number | null;
  readonly origin: string;
  readonly document: string | null;
  readonly documentLine: number | null;
}

/** Which payments a list holds; null leaves a condition out. */
export interface PaymentFilter {
  readonly county: string | null;
  readonly school: string | null;
  readonly project: string | null;
  readonly programmes: readonly string[] | null;
  /** Calendar year of payment. */
  readonly year: number | null;
}

/** A page of a list: at most `size` rows after a day and id. */
export interface PaymentPageKey extends PaymentFilter {
  readonly afterDay: string | null;
  readonly afterId: string | null;
  readonly size: number;
}

export interface PaymentStore {
  pages(keys: readonly PaymentPageKey[]): Promise<readonly (PaymentRow & { readonly ordinal: number })[]>;
  counts(keys: readonly PaymentFilter[]): Promise<readonly { readonly ordinal: number; readonly count: number }[]>;
}

const KEYS = /* sql */ `
  jsonb_to_recordset($1::jsonb) as key(
    ordinal int, county text, school text, project text, programmes text[], year int, "afterDay" date, "afterId" text,
    size int
  )
`;

const MATCHES = /* sql */ `
  starts_with(payment.county_code, $2)
  and (key.county is null or payment.county_code = key.county)
  and (key.school is null or payment.school_id = key.school)
  and (key.project is null or payment.project_id = key.project)
  and (key.programmes is null or payment.programme = any (key.programmes))
  and (key.year is null or (
    payment.paid_on >= make_date(key.year, 1, 1) and payment.paid_on < make_date(key.year + 1, 1, 1)
  ))
`;

const PAGES = /* sql */ `
  select key.ordinal, page.*
  from ${KEYS}
  cross join lateral (
    select payment.id, payment.county_code as "countyCode", payment.school_id as "schoolId",
      payment.project_id as "projectId", payment.programme, payment.purpose, payment.economic_class as "economicClass",
      payment.source_level::text as "sourceLevel", payment.stage::text, payment.amount::text,
      payment.paid_on as "paidOn", payment.person_times as "personTimes", payment.origin::text, payment.document,
      payment.document_line as "documentLine"
    from payment
    where ${MATCHES}
      and (key."afterId" is null or (payment.paid_on, payment.id collate "C") > (key."afterDay", key."afterId"))
    order by payment.paid_on, payment.id collate "C"
    limit key.size
  ) as page
  order by key.ordinal, page."paidOn", page.id collate "C"
`;

const COUNTS = /* sql */ `
  select key.ordinal, (select count(*)::int from payment where ${MATCHES}) as count from ${KEYS}
`;

/** Payments of the counties the viewer may read; to the viewer there are no others. */
export function createPaymentStore(pool: Pool, viewer: Viewer): PaymentStore {
  const values = (keys: readonly object[]) => [
    JSON.stringify(keys.map((key, index) => ({ ...key, ordinal: index + 1 }))),
    areaPrefix(viewer),
  ];
  return {
    async pages(keys) {
      const query = { name: "funding.paymentPages", text: PAGES, values: values(keys) };
      return (await pool.query<PaymentRow & { ordinal: number }>(query)).rows;
    },
    async counts(keys) {
      const query = { name: "funding.paymentCounts", text: COUNTS, values: values(keys) };
      return (await pool.query<{ ordinal: number; count: number }>(query)).rows;
    },
  };
}
