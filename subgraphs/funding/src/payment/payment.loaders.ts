import { Loader } from "@hub/kit";
import type { PaymentFilter, PaymentPageKey, PaymentRow, PaymentStore } from "./payment.store.js";

const idOf = (key: PaymentFilter) => JSON.stringify(key);

/**
 * A page of payments the viewer may read, one database query per batch, whatever lists it asks for.
 *
 * Key     filter, `afterDay`, `afterId` and `size`
 * Value   at most `size` payments by day and id; none outside the viewer's area
 */
export function createPaymentPageLoader(store: PaymentStore) {
  return new Loader<PaymentPageKey, readonly PaymentRow[], string>(
    "funding.paymentPage",
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    idOf,
  );
}

/** Payments a filter holds within the viewer's area. One database query per batch. */
export function createPaymentCountLoader(store: PaymentStore) {
  return new Loader<PaymentFilter, number, string>(
    "funding.paymentCount",
    async (filters) => {
      const countByKey = new Map((await store.counts(filters)).map((row) => [row.ordinal, row.count]));
      return filters.map((_, index) => countByKey.get(index + 1) ?? 0);
    },
    idOf,
  );
}
