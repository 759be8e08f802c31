import type { Random } from "../random.js";

/** A day of a month of a year. */
export function dayIn(random: Random, year: number, months: readonly number[]): string {
  return `${year}-${String(random.pick(months)).padStart(2, "0")}-${String(random.whole(1, 28)).padStart(2, "0")}`;
}

/** A day so many days later. */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
