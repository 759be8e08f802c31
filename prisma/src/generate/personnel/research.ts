import { allocate } from "../plan/allocate.js";
import type { CareerInput } from "./career-input.js";
import { pickUnit } from "./recruitment.js";
import { overYears, wholeOf } from "./spread.js";

/** The rows of `research_project`: school topics at the schools, the others with the county's research office. */
export function* researchRows(input: CareerInput) {
  const { plan, units, needs, calibration } = input;
  const random = plan.random("personnel/research");
  let serial = 0;
  for (const line of calibration.research) {
    const total = wholeOf(line.count, input);
    const participants = allocate(line.participants ?? total * 2, Array<number>(total).fill(1));
    const results = Object.entries(line.results ?? {}).flatMap(([result, count]) => Array<string>(count).fill(result));
    let index = 0;
    for (const { year, count } of overYears(total, line.years)) {
      const need = needs.get(Math.min(Math.max(year, plan.years[0] ?? year), plan.years.at(-1) ?? year));
      const hosts = units.filter((unit) => unit.stage !== "PRESCHOOL" && need?.has(unit.key));
      for (let project = 0; project < count; project += 1) {
        const atSchool = line.level === "SCHOOL" || line.kind === "ETHICS_SUBTOPIC";
        serial += 1;
        yield {
          id: `${plan.code}-R${serial}`,
          countyCode: plan.code,
          schoolId: atSchool ? pickUnit(hosts, random, (unit) => need?.get(unit.key) ?? 0).school.id : null,
          level: line.level,
          kind: line.kind,
          year,
          participants: participants[index] ?? 0,
          result: results[index] ?? null,
          origin: "SYNTHETIC",
        };
        index += 1;
      }
    }
  }
}
