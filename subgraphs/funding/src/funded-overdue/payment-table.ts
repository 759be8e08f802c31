import { mixedOrigin, type PaymentTable } from "@hub/schema";
import type { PaymentSumRow, SchoolPayments } from "./school-payments.store.js";

/** Money of an area's schools: counted for all, by column for those with an overdue task. */
export function paymentTable(
  schoolIds: readonly string[],
  lateSchoolIds: readonly string[],
  { sums, filed }: SchoolPayments,
): PaymentTable {
  const bySchool = Map.groupBy(sums, (row) => row.schoolId);
  const paid = schoolIds.map((schoolId) => bySchool.get(schoolId) ?? []);
  const late = lateSchoolIds.filter((schoolId) => bySchool.has(schoolId));
  const rows = late.flatMap((schoolId) => bySchool.get(schoolId) as PaymentSumRow[]);
  return {
    schools: schoolIds.length,
    funded: paid.filter((own) => own.reduce((cents, row) => cents + row.cents, 0) > 0).length,
    missing: schoolIds.filter((schoolId) => !filed.has(schoolId) && !bySchool.has(schoolId)).length,
    paidOrigin: mixedOrigin(paid.flatMap((own) => own.map((row) => row.origin))),
    schoolIds: late,
    filed: late.map((schoolId) => filed.has(schoolId)),
    school: late.flatMap((schoolId, place) => (bySchool.get(schoolId) as PaymentSumRow[]).map(() => place)),
    programme: rows.map((row) => row.programme),
    purpose: rows.map((row) => row.purpose),
    economicClass: rows.map((row) => row.economicClass),
    paidOn: rows.map((row) => row.paidOn),
    cents: rows.map((row) => row.cents),
    payments: rows.map((row) => row.payments),
    origin: rows.map((row) => row.origin),
  };
}
