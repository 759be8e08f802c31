import type { PaymentTable } from "@hub/schema";
import type { PaymentSumRow } from "./school-payments.store.js";

/** Sums of an area's schools by column. */
export function paymentTable(
  schoolIds: readonly string[],
  bySchool: ReadonlyMap<string, readonly PaymentSumRow[]>,
  filed: ReadonlySet<string>,
): PaymentTable {
  const school: number[] = [];
  const rows: PaymentSumRow[] = [];
  for (const [place, schoolId] of schoolIds.entries()) {
    for (const row of bySchool.get(schoolId) ?? []) {
      school.push(place);
      rows.push(row);
    }
  }
  return {
    schoolIds,
    filed: schoolIds.map((schoolId) => filed.has(schoolId)),
    school,
    programme: rows.map((row) => row.programme),
    purpose: rows.map((row) => row.purpose),
    economicClass: rows.map((row) => row.economicClass),
    paidOn: rows.map((row) => row.paidOn),
    cents: rows.map((row) => row.cents),
    payments: rows.map((row) => row.payments),
    origin: rows.map((row) => row.origin),
  };
}
