import type { PaymentTable } from "@hub/schema";
import { fundedOverdueQuestion } from "@hub/schema";
import DataLoader from "dataloader";
import { paymentTable } from "./payment-table.js";
import type { PaymentsAsked, SchoolPaymentsStore } from "./school-payments.store.js";

/** A question with the schools the register gives its area. */
export interface AskedSchools {
  readonly id: string;
  readonly schoolIds: readonly string[];
}

/**
 * Payments to an area's schools; one database query for any number of areas asked the same.
 *
 * Key     { id, schoolIds }
 * Value   PaymentTable
 * Source  payment in the period, finance_return of the calendar years it touches
 */
export function createSchoolPaymentsLoader(store: SchoolPaymentsStore): DataLoader<AskedSchools, PaymentTable, string> {
  return new DataLoader<AskedSchools, PaymentTable, string>((keys) => tables(store, keys), {
    name: "funding.schoolPayments",
    cacheKeyFn: ({ id }) => id,
    maxBatchSize: 1000,
  });
}

async function tables(store: SchoolPaymentsStore, keys: readonly AskedSchools[]): Promise<PaymentTable[]> {
  const asked = keys.map((key) => ({ ...key, payments: paymentsAsked(key.id) }));
  const alike = Map.groupBy(asked, ({ payments }) => JSON.stringify(payments));
  const found = new Map<string, PaymentTable>();
  await Promise.all([...alike.values()].map((group) => addTables(store, group, found)));
  return keys.map(({ id }) => found.get(id) as PaymentTable);
}

async function addTables(
  store: SchoolPaymentsStore,
  group: readonly (AskedSchools & { readonly payments: PaymentsAsked })[],
  found: Map<string, PaymentTable>,
): Promise<void> {
  const { payments } = group[0] as (typeof group)[number];
  const schoolIds = [...new Set(group.flatMap((key) => key.schoolIds))];
  const { sums, filed } = await store.payments(schoolIds, payments);
  const bySchool = Map.groupBy(sums, (row) => row.schoolId);
  for (const key of group) found.set(key.id, paymentTable(key.schoolIds, bySchool, filed));
}

function paymentsAsked(id: string): PaymentsAsked {
  const { paidFrom, paidTo, economicClasses, programmes, stage, when } = fundedOverdueQuestion(id);
  return { paidFrom, paidTo, economicClasses, programmes, stage, byDay: when === "WHEN_PAID" };
}
