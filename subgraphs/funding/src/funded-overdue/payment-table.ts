import { mixedOrigin, type OriginName, type PaymentTable } from "@hub/schema";
import type { MoneyBySchool } from "./school-money.js";

/** Money of an area's schools: counted for all, by column for those with an overdue task. */
export function paymentTable(
  schoolIds: readonly string[],
  lateSchoolIds: readonly string[],
  money: MoneyBySchool,
): PaymentTable {
  const origins = new Set<OriginName>();
  let funded = 0;
  let missing = 0;
  for (const schoolId of schoolIds) {
    const own = money.get(schoolId);
    if (own === undefined || (own.origin === null && own.openYears > 0)) missing += 1;
    else if (own.origin !== null) origins.add(own.origin);
    if (own !== undefined && own.cents > 0) funded += 1;
  }
  const rows = {
    school: [] as number[],
    programme: [] as string[],
    purpose: [] as (string | null)[],
    economicClass: [] as string[],
    paidOn: [] as string[],
    cents: [] as number[],
    payments: [] as number[],
    origin: [] as OriginName[],
  };
  const late: string[] = [];
  const filed: boolean[] = [];
  for (const schoolId of lateSchoolIds) {
    const own = money.get(schoolId);
    if (own === undefined || own.origin === null) continue;
    for (const row of own.sums) {
      rows.school.push(late.length);
      rows.programme.push(row.programme);
      rows.purpose.push(row.purpose);
      rows.economicClass.push(row.economicClass);
      rows.paidOn.push(row.paidOn);
      rows.cents.push(row.cents);
      rows.payments.push(row.payments);
      rows.origin.push(row.origin);
    }
    late.push(schoolId);
    filed.push(own.openYears === 0);
  }
  const paidOrigin = mixedOrigin(origins);
  return { schools: schoolIds.length, funded, missing, paidOrigin, schoolIds: late, filed, ...rows };
}
