import { mixedOrigin, type OriginName } from "@hub/schema";
import type { PaymentSumRow } from "./school-payments.store.js";

/** What is known of the money one school received under the conditions of a question. */
export interface SchoolMoney {
  /** Calendar years of the period whose accounts are not closed. */
  openYears: number;
  /** Of all payments; null when there is none. */
  origin: OriginName | null;
  cents: number;
  /** The sums, of a school that is looked at closely. */
  readonly sums: PaymentSumRow[];
}

/** Schools by id; one that is not there received nothing and closed no accounts. */
export type MoneyBySchool = ReadonlyMap<string, SchoolMoney>;

/** The money of a school, at first nothing with the accounts of all years open. */
export function moneyOf(money: Map<string, SchoolMoney>, schoolId: string, years: number): SchoolMoney {
  const known = money.get(schoolId);
  if (known !== undefined) return known;
  const own: SchoolMoney = { openYears: years, origin: null, cents: 0, sums: [] };
  money.set(schoolId, own);
  return own;
}

/** Adds payments to what a school received. */
export function count(own: SchoolMoney, cents: number, origin: OriginName): void {
  own.cents += cents;
  if (own.origin === null) own.origin = origin;
  else if (own.origin !== origin) own.origin = mixedOrigin([own.origin, origin]);
}

/** Puts what was read by payment in place of what is known of the money of some schools. */
export function setPayments(
  money: Map<string, SchoolMoney>,
  schoolIds: readonly string[],
  rows: readonly PaymentSumRow[],
  years: number,
): void {
  for (const schoolId of schoolIds) {
    const { openYears } = moneyOf(money, schoolId, years);
    money.set(schoolId, { openYears, origin: null, cents: 0, sums: [] });
  }
  for (const row of rows) {
    const own = money.get(row.schoolId) as SchoolMoney;
    count(own, row.cents, row.origin);
    own.sums.push(row);
  }
}
