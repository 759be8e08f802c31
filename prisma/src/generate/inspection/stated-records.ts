import type { CountyPlan } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import { dayIn, daysLater } from "./calendar.js";
import { inspectionCalibrationOf } from "./calibration.js";

const wholeYear = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Inspections a document counts that are of no school: of the county, or of other places. */
export function* countedInspections(plan: CountyPlan) {
  const random = plan.random("inspection/counted");
  for (const { kind, title, year, count } of inspectionCalibrationOf(plan.code).inspections) {
    for (let index = 1; index <= count; index += 1) {
      const id = `${plan.code}-I-${kind}-${year}-${index}`;
      yield { id, countyCode: plan.code, kind, title, date: dayIn(random, year, wholeYear), origin: "SYNTHETIC" };
    }
  }
}

/** Findings a document counts, about the county's own work, each with the task to put it right. */
export function* countedFindings(plan: CountyPlan) {
  const random = plan.random("inspection/counted-findings");
  for (const { item, year, count } of inspectionCalibrationOf(plan.code).findings) {
    for (let index = 1; index <= count; index += 1) {
      const id = `${plan.code}-F-${item}-${year}-${index}`;
      const foundOn = dayIn(random, year, [3, 4, 5, 6]);
      const about = { countyCode: plan.code, origin: "SYNTHETIC" };
      yield {
        finding: { id, ...about, item, severity: "MINOR", foundOn },
        task: {
          id: `${id}-T`,
          findingId: id,
          ...about,
          owner: "教育局党委",
          dueOn: `${year}-12-20`,
          closedOn: daysLater(foundOn, random.whole(40, 170)),
          verified: true,
        },
      };
    }
  }
}

const institutionNames = { KINDERGARTEN: "幼儿园", TUTORING: "辅导班", TRAINING: "培训学校" } as const;
const verbs = { APPROVED: "新批", REGISTERED: "登记", CLOSED: "无证", RECTIFIED: "整改" } as const;

/** Licences and enforcement; kindergartens put right are private ones of the register, the other institutions are in none. */
export function* institutionEvents(plan: CountyPlan) {
  const random = plan.random("inspection/institutions");
  const registered = random.shuffle(
    plan.schools.filter(
      (school) => school.ownership !== "PUBLIC" && school.stages.includes("PRESCHOOL") && school.closedOn === null,
    ),
  );
  for (const { kind, institutionKind, years, count } of inspectionCalibrationOf(plan.code).institutions) {
    for (let index = 0; index < count; index += 1) {
      const school = kind === "RECTIFIED" ? registered[index] : undefined;
      yield {
        id: `${plan.code}-E-${institutionKind}-${kind}-${index + 1}`,
        countyCode: plan.code,
        schoolId: school?.id ?? null,
        institution: school?.name ?? `合成${verbs[kind]}${institutionNames[institutionKind]}${index + 1}号`,
        institutionKind,
        kind,
        date: dayIn(random, years[index % years.length] ?? 0, [4, 5, 6, 9, 10, 11]),
        origin: "SYNTHETIC",
      };
    }
  }
}

/** Counted activities: of the county, at one school each, or shared over schools by size. */
export function* inspectionActivities(plan: CountyPlan) {
  const random = plan.random("inspection/activities");
  const row = (kind: string, year: number, key: string | number, quantity: number) => ({
    id: `${plan.code}-X-${kind}-${year}-${key}`,
    countyCode: plan.code,
    kind,
    date: dayIn(random, year, [3, 4, 5, 6, 9, 10, 11]),
    quantity,
    origin: "SYNTHETIC",
  });
  const { activities, coverages } = inspectionCalibrationOf(plan.code);
  for (const { kind, years, quantity, schools, stages, records = years.length } of activities) {
    const year = years[0] ?? 0;
    const hosts = schools === undefined ? [] : taughtUnits(plan, year, stages);
    if (schools === undefined) {
      const parts = allocate(quantity, Array<number>(records).fill(1));
      for (const [index, part] of parts.entries()) yield row(kind, years[index % years.length] ?? 0, index + 1, part);
    } else if (schools === "EACH") {
      const largest = [
        ...new Map(
          hosts.toSorted((left, right) => right.students - left.students).map((unit) => [unit.schoolId, unit]),
        ).values(),
      ];
      const parts = allocate(
        quantity,
        largest.slice(0, quantity).map(() => 1),
      );
      for (const [index, part] of parts.entries()) {
        const host = largest[index];
        yield { ...row(kind, year, index + 1, part), schoolId: host?.schoolId, stage: host?.stage };
      }
    } else {
      const parts = allocate(
        quantity,
        hosts.map((unit) => unit.students),
      );
      for (const [index, part] of parts.entries()) {
        const host = hosts[index];
        if (part > 0) yield { ...row(kind, year, index + 1, part), schoolId: host?.schoolId, stage: host?.stage };
      }
    }
  }
  for (const { assessed, held, year, percent } of coverages) {
    const schools = [...new Set(taughtUnits(plan, year, undefined).map((unit) => unit.schoolId))];
    const count = assessable(schools.length, percent);
    const holders = Math.round((count * percent) / 100);
    for (const [index, schoolId] of random.shuffle(schools).slice(0, count).entries()) {
      yield { ...row(assessed, year, index + 1, 1), schoolId };
      if (index < holders) yield { ...row(held, year, index + 1, 1), schoolId };
    }
  }
}

/** As many of the schools as can be split so that the share rounds to the percentage. */
function assessable(schools: number, percent: number): number {
  let count = schools;
  while (count > 0 && Math.round((100 * Math.round((count * percent) / 100)) / count) !== percent) count -= 1;
  return count;
}

function taughtUnits(plan: CountyPlan, year: number, stages: readonly string[] | undefined) {
  return plan.schools.flatMap((school) =>
    school.stages
      .filter((stage) => stages?.includes(stage) ?? true)
      .map((stage) => ({
        schoolId: school.id,
        stage,
        students: school.classes(year, stage).reduce((sum, group) => sum + group.students, 0),
      }))
      .filter(({ students }) => students > 0),
  );
}
