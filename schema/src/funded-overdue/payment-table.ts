import type { OriginName } from "../indicators/fact-table.js";

/**
 * Money paid to the schools of one area in a period, by column: one slot a school, programme, purpose and class, and
 * day where the day matters.
 *
 * Travels between subgraphs as one opaque scalar.
 */
export interface PaymentTable {
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
