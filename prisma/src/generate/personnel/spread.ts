import type { Random } from "../random.js";
import type { Amount } from "./calibrations/calibration.js";
import type { CareerInput } from "./career-input.js";

/** A total over years as even as whole numbers allow; the first years take the rest. */
export function overYears(
  total: number,
  years: readonly number[],
): { readonly year: number; readonly count: number }[] {
  const each = Math.floor(total / years.length);
  const rest = total - each * years.length;
  return years.map((year, index) => ({ year, count: each + (index < rest ? 1 : 0) }));
}

/** A working day of a calendar year, within its school months. */
export function workingDay(random: Random, year: number): string {
  const month = random.pick([3, 4, 5, 6, 9, 10, 11, 12]);
  return `${year}-${String(month).padStart(2, "0")}-${String(random.whole(1, 28)).padStart(2, "0")}`;
}

/** The whole number an amount stands for in a county. */
export function wholeOf(amount: Amount, { plan, needs }: Pick<CareerInput, "plan" | "needs">): number {
  if (typeof amount === "number") return amount;
  const teachers = [...(needs.get(plan.years[0] ?? 0)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return Math.round((teachers * amount.perThousandTeachers) / 1000);
}
