import type { AreaOutcome, FundedOverdueQuestion, OriginName, PaymentTable, TaskTable } from "@hub/schema";
import { mixedOrigin, overdueDays } from "@hub/schema";

/**
 * The schools listed as a share of those that received money.
 *
 * A school without a payment counts as one that received nothing when its accounts are closed; else it is missing.
 */
export function fundedShare(
  question: FundedOverdueQuestion,
  payments: PaymentTable | null,
  tasks: TaskTable | null,
  listed: number,
): AreaOutcome {
  const days = ([first, last]: readonly [string, string]): string => (first === last ? first : `${first}/${last}`);
  const input = (name: string, source: string, known: boolean, asOf: string, origin: OriginName | null) => ({
    name,
    source: known ? source : null,
    asOf: known ? asOf : null,
    origin,
  });
  const { paidFrom, paidTo } = question;
  const inputs = [
    input("payments", "funding", payments !== null, days([paidFrom, paidTo]), payments && payments.paidOrigin),
    input(
      "overdueRectifications",
      "inspection",
      tasks !== null,
      days(overdueDays(question)),
      tasks && mixedOrigin(tasks.origin),
    ),
  ];
  const nothing = { value: null, numerator: null, denominator: null, missing: [], inputs };
  const none = { schoolsIn: 0, schoolsMissing: 0 };
  const absent = inputs.filter(({ source }) => source === null).map(({ name }) => name);
  if (payments === null || tasks === null)
    return { ...nothing, status: "MISSING_INPUT", missing: absent, coverage: none };
  const { schools, funded: denominator, missing: schoolsMissing } = payments;
  if (schools === 0) return { ...nothing, status: "NOT_APPLICABLE", coverage: none };
  const coverage = { schoolsIn: schools - schoolsMissing, schoolsMissing };
  if (coverage.schoolsIn === 0) return { ...nothing, status: "MISSING_INPUT", missing: ["payments"], coverage };
  const parts = { ...nothing, coverage, numerator: listed, denominator };
  return denominator === 0
    ? { ...parts, status: "ZERO_DENOMINATOR" }
    : { ...parts, status: "OK", value: listed / denominator };
}
