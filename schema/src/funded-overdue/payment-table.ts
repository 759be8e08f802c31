import type { OriginName } from "../indicators/fact-table.js";

/**
 * Money paid to an area's schools in a period: of all schools how many, of those with an overdue task every sum by
 * column, one slot or several a school, programme, purpose and class, and day where the day matters.
 *
 * Travels between subgraphs as one opaque scalar.
 */
export interface PaymentTable {
  /** Schools of the area, whatever they received. */
  readonly schools: number;
  /** Those that received more than nothing. */
  readonly funded: number;
  /** Those without a payment and without closed accounts of every calendar year the period touches. */
  readonly missing: number;
  /** Of the payments to all of them; null when there is none. */
  readonly paidOrigin: OriginName | null;
  /** The schools that have an overdue task and a payment. */
  readonly schoolIds: readonly string[];
  /** By school: whether its accounts of every calendar year the period touches are closed. */
  readonly filed: readonly boolean[];
  /** By row: the school, as its place in `schoolIds`. */
  readonly school: readonly number[];
  readonly programme: readonly string[];
  readonly purpose: readonly (string | null)[];
  readonly economicClass: readonly string[];
  /** The day of payment; the last one where several are added up. */
  readonly paidOn: readonly string[];
  /** Money in cents (分). */
  readonly cents: readonly number[];
  readonly payments: readonly number[];
  readonly origin: readonly OriginName[];
}
