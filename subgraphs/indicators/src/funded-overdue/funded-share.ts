import type { AreaOutcome, FundedOverdueQuestion, PaymentTable, TaskTable } from "@hub/schema";
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
  const input = (name: string, source: string, table: PaymentTable | TaskTable | null, asOf: string) => ({
    name,
    source: table === null ? null : source,
    asOf: table === null ? null : asOf,
    origin: table === null ? null : mixedOrigin(table.origin),
  });
  const inputs = [
    input("payments", "funding", payments, days([question.paidFrom, question.paidTo])),
    input("overdueRectifications", "inspection", tasks, days(overdueDays(question))),
  ];
  const nothing = { value: null, numerator: null, denominator: null, missing: [], inputs };
  const none = { schoolsIn: 0, schoolsMissing: 0 };
  const absent = inputs.filter(({ source }) => source === null).map(({ name }) => name);
  if (payments === null || tasks === null)
    return { ...nothing, status: "MISSING_INPUT", missing: absent, coverage: none };
  if (payments.schoolIds.length === 0) return { ...nothing, status: "NOT_APPLICABLE", coverage: none };

  const paid = centsBySchool(payments);
  const schoolsMissing = payments.filed.filter((filed, school) => !filed && !paid.has(school)).length;
  const coverage = { schoolsIn: payments.schoolIds.length - schoolsMissing, schoolsMissing };
  if (coverage.schoolsIn === 0) return { ...nothing, status: "MISSING_INPUT", missing: ["payments"], coverage };
  const denominator = [...paid.values()].filter((cents) => cents > 0).length;
  const parts = { ...nothing, coverage, numerator: listed, denominator };
  return denominator === 0
    ? { ...parts, status: "ZERO_DENOMINATOR" }
    : { ...parts, status: "OK", value: listed / denominator };
}

/** What each school with a payment received, by its place in the table. */
function centsBySchool({ school, cents }: PaymentTable): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [row, place] of school.entries()) sums.set(place, (sums.get(place) ?? 0) + (cents[row] as number));
  return sums;
}
