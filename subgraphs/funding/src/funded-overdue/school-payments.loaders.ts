import { Loader, eachOnce, tablesOfQuestions, type AskedSchools } from "@hub/kit";
import { fundedOverdueQuestion, type PaymentTable } from "@hub/schema";
import { areInFacts, moneyFromFacts, yearsOf } from "./payment-facts.js";
import { paymentTable } from "./payment-table.js";
import { setPayments, type MoneyBySchool } from "./school-money.js";
import type { PaymentsAsked, SchoolPaymentsStore } from "./school-payments.store.js";

/** A question with those of its schools that have an overdue task: only their money is looked at closely. */
export interface AskedLateSchools extends AskedSchools {
  readonly lateSchoolIds: readonly string[];
}

/**
 * Payments to an area's schools, for any number of areas asked the same: one database query, and a second one where the
 * sums of calendar years do not tell.
 *
 * Key     { id, schoolIds, lateSchoolIds }
 * Value   PaymentTable
 * Source  payment in the period, finance_return of the calendar years it touches
 */
export function createSchoolPaymentsLoader(store: SchoolPaymentsStore): Loader<AskedLateSchools, PaymentTable, string> {
  const read = async (alike: readonly AskedLateSchools[], asked: PaymentsAsked) => {
    const schoolIds = eachOnce(alike.map((question) => question.schoolIds));
    const late = new Set(alike.flatMap((question) => question.lateSchoolIds));
    const money = await moneyOfSchools(store, schoolIds, late, asked);
    return (question: AskedLateSchools) => paymentTable(question.schoolIds, question.lateSchoolIds, money);
  };
  return new Loader<AskedLateSchools, PaymentTable, string>(
    "funding.schoolPayments",
    (keys) => tablesOfQuestions(keys, paymentsAsked, read),
    ({ id }) => id,
  );
}

async function moneyOfSchools(
  store: SchoolPaymentsStore,
  schoolIds: readonly string[],
  lateSchoolIds: ReadonlySet<string>,
  asked: PaymentsAsked,
): Promise<MoneyBySchool> {
  const years = yearsOf(asked);
  const readAll = areInFacts(asked.economicClasses) ? null : store.payments(schoolIds, asked);
  const [facts, all] = await Promise.all([store.facts(schoolIds, years), readAll]);
  const { money, unclear } = moneyFromFacts(facts, lateSchoolIds, asked);
  if (all !== null) setPayments(money, schoolIds, all, years.length);
  else if (unclear.length > 0) setPayments(money, unclear, await store.payments(unclear, asked), years.length);
  return money;
}

function paymentsAsked(id: string): PaymentsAsked {
  const { paidFrom, paidTo, economicClasses, programmes, stage, when } = fundedOverdueQuestion(id);
  return { paidFrom, paidTo, economicClasses, programmes, stage, byDay: when === "WHEN_PAID" };
}
