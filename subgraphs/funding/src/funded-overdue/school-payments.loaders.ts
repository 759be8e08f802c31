import { Loader, tablesOfQuestions, type AskedSchools } from "@hub/kit";
import { fundedOverdueQuestion, type PaymentTable } from "@hub/schema";
import { paymentTable } from "./payment-table.js";
import type { PaymentsAsked, SchoolPaymentsStore } from "./school-payments.store.js";

/**
 * Payments to an area's schools; one database query for any number of areas asked the same.
 *
 * Key     { id, schoolIds }
 * Value   PaymentTable
 * Source  payment in the period, finance_return of the calendar years it touches
 */
export function createSchoolPaymentsLoader(store: SchoolPaymentsStore): Loader<AskedSchools, PaymentTable, string> {
  const read = async (schoolIds: readonly string[], asked: PaymentsAsked) => {
    const { sums, filed } = await store.payments(schoolIds, asked);
    const bySchool = Map.groupBy(sums, (row) => row.schoolId);
    return (ofArea: readonly string[]) => paymentTable(ofArea, bySchool, filed);
  };
  return new Loader<AskedSchools, PaymentTable, string>(
    "funding.schoolPayments",
    (keys) => tablesOfQuestions(keys, paymentsAsked, read),
    ({ id }) => id,
  );
}

function paymentsAsked(id: string): PaymentsAsked {
  const { paidFrom, paidTo, economicClasses, programmes, stage, when } = fundedOverdueQuestion(id);
  return { paidFrom, paidTo, economicClasses, programmes, stage, byDay: when === "WHEN_PAID" };
}
