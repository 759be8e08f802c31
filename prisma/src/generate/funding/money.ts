import { allocate } from "../plan/allocate.js";

/** Money in whole cents (分): sums of it are exact. */
export type Cents = number;

/** Cents of an amount in yuan, for example "3499800.00"; throws a RangeError for anything else than two decimals at most. */
export function centsOf(yuan: string): Cents {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(yuan);
  if (match === null) throw new RangeError(`Amount: found "${yuan}"; expected yuan with at most two decimals`);
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** The amount in yuan with two decimals, as PostgreSQL's numeric takes it. */
export function yuanOf(cents: Cents): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

/** Splits an amount over weights: whole hundreds of yuan where that leaves the sum exact, the rest in the largest part. */
export function splitMoney(total: Cents, weights: readonly number[]): Cents[] {
  const step = total >= weights.length * 1_000_000 ? 10_000 : 1;
  const parts = allocate(Math.floor(total / step), weights).map((part) => part * step);
  const largest = parts.indexOf(Math.max(...parts));
  if (largest >= 0) parts[largest] = (parts[largest] ?? 0) + (total % step);
  return parts;
}
