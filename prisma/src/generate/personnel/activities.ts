import { allocate } from "../plan/allocate.js";
import type { CareerInput } from "./career-input.js";
import { workingDay } from "./spread.js";

/** The rows of `personnel_activity`. */
export function* activityRows({ plan, calibration }: CareerInput) {
  const random = plan.random("personnel/activities");
  let serial = 0;
  for (const { kind, years, quantity, records = years.length } of calibration.activities) {
    const parts = allocate(quantity, Array<number>(records).fill(1));
    for (const [index, part] of parts.entries()) {
      serial += 1;
      const year = years[index % years.length] ?? 0;
      yield {
        id: `${plan.code}-X${serial}`,
        countyCode: plan.code,
        kind,
        date: workingDay(random, year),
        quantity: part,
        origin: "SYNTHETIC",
      };
    }
  }
}
