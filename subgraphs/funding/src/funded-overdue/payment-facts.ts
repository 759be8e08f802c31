import { strungTogether } from "@hub/kit";
import type { OriginName } from "@hub/schema";
import { count, moneyOf, type SchoolMoney } from "./school-money.js";
import type { PaymentsAsked, PaymentSumRow } from "./school-payments.store.js";

/** Money of schools, and those of which the facts of whole years do not say enough: their payments must be read. */
export interface MoneyFromFacts {
  readonly money: Map<string, SchoolMoney>;
  readonly unclear: readonly string[];
}

/** Economic classes the facts hold. */
const CLASSES_OF_FACTS = ["CAPITAL", "AID", "SUBSIDY"];

/** School, year, whether the accounts are closed; then groups of payments side by side. */
type Facts = readonly (string | number | boolean | null)[];

const FIRST_GROUP = 3;
const GROUP_SIZE = 9;
const LAST_DAY = 365;
const DAY = 86_400_000;

/** Whether payments of these classes are found in the facts at all. */
export function areInFacts(economicClasses: readonly string[]): boolean {
  return economicClasses.every((name) => CLASSES_OF_FACTS.includes(name));
}

/** The calendar years a period touches. */
export function yearsOf({ paidFrom, paidTo }: PaymentsAsked): readonly number[] {
  const first = yearOf(paidFrom);
  return Array.from({ length: yearOf(paidTo) - first + 1 }, (_, place) => first + place);
}

/**
 * Adds up the facts of schools and calendar years.
 *
 * A group of payments counts when its first and last day lie in the period. When only part of it may, or when its days
 * matter and are several, the school is unclear and its money here means nothing.
 *
 * @param text as `strungTogether` takes it.
 * @param lateSchoolIds schools that are looked at closely.
 */
export function moneyFromFacts(
  text: string | null,
  lateSchoolIds: ReadonlySet<string>,
  asked: PaymentsAsked,
): MoneyFromFacts {
  const [firstYear, lastYear] = [yearOf(asked.paidFrom), yearOf(asked.paidTo)];
  const [firstDay, lastDay] = [dayOfYear(asked.paidFrom), dayOfYear(asked.paidTo)];
  const isAsked = conditionOf(asked);
  const dayAt = dayWriter();
  const money = new Map<string, SchoolMoney>();
  const unclear = new Set<string>();
  for (const facts of strungTogether<Facts>(text)) {
    const schoolId = facts[0] as string;
    const year = facts[1] as number;
    const own = moneyOf(money, schoolId, lastYear - firstYear + 1);
    if (facts[2] === true) own.openYears -= 1;
    const isLate = lateSchoolIds.has(schoolId);
    const from = year === firstYear ? firstDay : 0;
    const to = year === lastYear ? lastDay : LAST_DAY;
    for (let at = FIRST_GROUP; at < facts.length; at += GROUP_SIZE) {
      const first = facts[at + 7] as number;
      const last = facts[at + 8] as number;
      if (last < from || first > to || !isAsked(facts, at)) continue;
      if (first < from || last > to || (asked.byDay && isLate && first !== last)) unclear.add(schoolId);
      else {
        count(own, facts[at + 5] as number, facts[at + 4] as OriginName);
        if (isLate) own.sums.push(sumAt(facts, at, dayAt(year, last)));
      }
    }
  }
  return { money, unclear: [...unclear] };
}

function conditionOf({ programmes, economicClasses, stage }: PaymentsAsked): (facts: Facts, at: number) => boolean {
  return (facts, at) =>
    economicClasses.includes(facts[at + 2] as string) &&
    (stage === null || facts[at + 3] === stage) &&
    (programmes === null || programmes.includes(facts[at] as string));
}

function sumAt(facts: Facts, at: number, paidOn: string): PaymentSumRow {
  return {
    schoolId: facts[0] as string,
    programme: facts[at] as string,
    purpose: facts[at + 1] as string | null,
    economicClass: facts[at + 2] as string,
    paidOn,
    cents: facts[at + 5] as number,
    payments: facts[at + 6] as number,
    origin: facts[at + 4] as OriginName,
  };
}

/** Writes days of a year as ISO dates, each once: most money is paid on few days. */
function dayWriter(): (year: number, day: number) => string {
  const written = new Map<number, string>();
  return (year, day) => {
    const time = Date.UTC(year, 0, 1 + day);
    const known = written.get(time) ?? new Date(time).toISOString().slice(0, 10);
    written.set(time, known);
    return known;
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Days since 1 January. */
function dayOfYear(day: string): number {
  return (Date.parse(day) - Date.UTC(yearOf(day), 0, 1)) / DAY;
}
