import { Loader, eachOnce, tablesOfQuestions, type AskedSchools } from "@hub/kit";
import { fundedOverdueQuestion, type PaymentTable } from "@hub/schema";
import { paymentTable } from "./payment-table.js";
import type { PaymentsAsked, SchoolPaymentsStore } from "./school-payments.store.js";

/** A question with those of its schools that have an overdue task: only their money is looked at closely. */
export interface AskedLateSchools extends AskedSchools {
  readonly lateSchoolIds: readonly string[];
}

/**
 * Payments to an area's schools; one database query for any number of areas asked the same.
 *
 * Key     { id, schoolIds, lateSchoolIds }
 * Value   PaymentTable
 * Source  payment in the period, finance_return of the calendar years it touches
 */
export function createSchoolPaymentsLoader(store: SchoolPaymentsStore): Loader<AskedLateSchools, PaymentTable, string> {
  const read = async (alike: readonly AskedLateSchools[], asked: PaymentsAsked) => {
    const found = await store.payments(eachOnce(alike.map(({ schoolIds }) => schoolIds)), asked);
    return ({ schoolIds, lateSchoolIds }: AskedLateSchools) => paymentTable(schoolIds, lateSchoolIds, found);
  };
  return new Loader<AskedLateSchools, PaymentTable, string>(
    "funding.schoolPayments",
    (keys) => tablesOfQuestions(keys, paymentsAsked, read),
    ({ id }) => id,
  );
}

function paymentsAsked(id: string): PaymentsAsked {
  const { paidFrom, paidTo, economicClasses, programmes, stage, when } = fundedOverdueQuestion(id);
  return { paidFrom, paidTo, economicClasses, programmes, stage, byDay: when === "WHEN_PAID" };
}
