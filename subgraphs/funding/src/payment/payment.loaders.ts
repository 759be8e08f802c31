import DataLoader from "dataloader";
import type { PaymentFilter, PaymentPageKey, PaymentRow, PaymentStore } from "./payment.store.js";

const cacheKeyFn = (key: PaymentFilter) => JSON.stringify(key);

/**
 * A page of payments the viewer may read, one database query per batch, whatever lists it asks for.
 *
 * Key     filter, `afterDay`, `afterId` and `size`
 * Value   at most `size` payments by day and id; none outside the viewer's area
 */
export function createPaymentPageLoader(store: PaymentStore) {
  return new DataLoader<PaymentPageKey, readonly PaymentRow[], string>(
    async (keys) => {
      const rowsByKey = Map.groupBy(await store.pages(keys), (row) => row.ordinal);
      return keys.map((_, index) => rowsByKey.get(index + 1) ?? []);
    },
    { name: "funding.paymentPage", cacheKeyFn, maxBatchSize: 1000 },
  );
}

/** Payments a filter holds within the viewer's area. One database query per batch. */
export function createPaymentCountLoader(store: PaymentStore) {
  return new DataLoader<PaymentFilter, number, string>(
    async (filters) => {
      const countByKey = new Map((await store.counts(filters)).map((row) => [row.ordinal, row.count]));
      return filters.map((_, index) => countByKey.get(index + 1) ?? 0);
    },
    { name: "funding.paymentCount", cacheKeyFn, maxBatchSize: 1000 },
  );
}
