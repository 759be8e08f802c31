import type { CountyPlan } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { CareerInput } from "./career-input.js";
import { isFixed, type TrainingLine } from "./calibrations/calibration.js";
import { censusOf, teachesAt } from "./staff-member.js";

/** The rows of `training_attendance`: what documents state, and the usual courses of the years they are silent on. */
export function* trainingRows(input: CareerInput) {
  const { plan, calibration } = input;
  const usual = plan.years
    .filter((year) => !isFixed(calibration.trainingFixed, year))
    .flatMap((year) => usualTraining(year, teachersOn(input, year)));
  let serial = 0;
  for (const line of [...calibration.training, ...rota(input), ...usual]) {
    serial += 1;
    yield {
      id: `${plan.code}-T${serial}`,
      countyCode: plan.code,
      course: line.course,
      level: line.level,
      audience: line.audience,
      stage: line.stage ?? null,
      year: line.year,
      persons: line.persons ?? line.attendances,
      attendances: line.attendances,
      hours: line.hours ?? null,
      origin: "SYNTHETIC",
    };
  }
}

function usualTraining(year: number, teachers: number): TrainingLine[] {
  const line = (course: string, level: TrainingLine["level"], share: number, hours: number): TrainingLine => {
    const persons = Math.round(teachers * share);
    return { year, course, level, audience: "TEACHERS", persons, attendances: persons, hours };
  };
  return [
    line("NATIONAL_PLAN", "NATIONAL", 0.06, 80),
    line("PROVINCE_PLAN", "PROVINCE", 0.1, 60),
    line("CITY_PLAN", "CITY", 0.12, 24),
    line("ALL_STAFF", "COUNTY", 0.93, 48),
    { ...line("NEW_TEACHERS", "COUNTY", 0.03, 60), audience: "NEW_TEACHERS" },
    { ...line("PRINCIPALS_COUNTY", "COUNTY", 0.035, 40), audience: "PRINCIPALS" },
  ];
}

/** Each teacher of the rota's last year attends once, so the people of its years add up to the teachers. */
function rota(input: CareerInput): TrainingLine[] {
  const { trainingRota = [] } = input.calibration;
  const lastYear = trainingRota.at(-1);
  if (lastYear === undefined) return [];
  const persons = allocate(
    teachersOn(input, lastYear),
    trainingRota.map(() => 1),
  );
  return trainingRota.map((year, index) => ({
    year,
    course: "NATIONAL_PROVINCE_ROTA",
    level: index % 2 === 0 ? "PROVINCE" : "NATIONAL",
    audience: "TEACHERS",
    attendances: persons[index] ?? 0,
    hours: 80,
  }));
}

function teachersOn({ office }: { readonly plan: CountyPlan } & Pick<CareerInput, "office">, year: number): number {
  return office.members.filter((member) => member.role === "TEACHER" && teachesAt(member, censusOf(year)) !== undefined)
    .length;
}
