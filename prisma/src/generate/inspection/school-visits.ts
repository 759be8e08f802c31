import type { CountyPlan, PlannedSchool, StageName } from "../county-plan.js";
import type { Random } from "../random.js";
import { dayIn, daysLater } from "./calendar.js";
import { findingItems } from "./finding-items.js";

type Severity = "MINOR" | "MAJOR" | "SEVERE";

/** The months inspections of a kind fall in. */
const monthsOf = { RESPONSIBLE_INSPECTOR: [3, 4, 5, 6], ROUTINE: [9, 10, 11], SAFETY: [5, 6, 12] } as const;

/** Days a school is given, and by which it is usually done. */
const deadlines: Readonly<Record<Severity, number>> = { MINOR: 60, MAJOR: 120, SEVERE: 30 };

export interface SchoolVisit {
  readonly inspection: { readonly id: string; readonly schoolId: string; readonly stage: StageName } & Readonly<
    Record<string, unknown>
  >;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly tasks: readonly Readonly<Record<string, unknown>>[];
}

/** The inspections of every open school and year: one by the responsible inspector, one routine, some about safety. */
export function* schoolVisits(plan: CountyPlan): Generator<SchoolVisit> {
  const random = plan.random("inspection/visits");
  // Townships differ in how thoroughly they put things right, schools in how much there is to put right.
  const slowness = new Map(plan.townships.map(({ code }) => [code, 0.5 + 1.2 * random.next()]));
  let serial = 0;
  for (const school of plan.schools) {
    const trouble = 0.25 + 1.3 * random.next() ** 2 + (school.ownership === "PUBLIC" ? 0 : 0.25);
    for (const year of plan.years) {
      const stages = school.stages.filter((stage) => school.classes(year, stage).length > 0);
      if (stages.length === 0) continue;
      const usual = ["RESPONSIBLE_INSPECTOR", "ROUTINE"] as const;
      const kinds = random.next() < 0.3 ? ([...usual, "SAFETY"] as const) : usual;
      for (const kind of kinds) {
        serial += 1;
        const date = dayIn(random, year, monthsOf[kind]);
        const stage = random.pick(stages);
        if (!isOpenOn(school, date)) continue;
        yield visit(
          plan,
          {
            id: `${plan.code}-I${serial}`,
            school,
            stage,
            kind,
            date,
            trouble,
            slow: slowness.get(school.townshipCode) ?? 1,
          },
          random,
        );
      }
    }
  }
}

interface Visiting {
  readonly id: string;
  readonly school: PlannedSchool;
  readonly stage: StageName;
  readonly kind: string;
  readonly date: string;
  readonly trouble: number;
  readonly slow: number;
}

function visit(
  plan: CountyPlan,
  { id, school, stage, kind, date, trouble, slow }: Visiting,
  random: Random,
): SchoolVisit {
  const about = { countyCode: plan.code, schoolId: school.id, origin: "SYNTHETIC" };
  const possible = findingItems.filter(
    ({ stages, isSafety }) => (stages?.includes(stage) ?? true) && (kind !== "SAFETY" || isSafety),
  );
  const found = random.shuffle(possible).slice(0, Math.min(4, Math.floor(random.next() * trouble * 3)));
  const lines = found.map(({ item, owner, isSafety }, index) => {
    const severity = severityOf(random, isSafety);
    const finding = { id: `${id}-F${index + 1}`, inspectionId: id, ...about, stage, item, severity, foundOn: date };
    const dueOn = daysLater(date, deadlines[severity]);
    const closedOn = closingDay(plan, { date, dueOn, slow, severity }, random);
    const task = {
      id: `${id}-T${index + 1}`,
      findingId: finding.id,
      ...about,
      owner,
      dueOn,
      closedOn,
      verified: closedOn !== null && random.next() < 0.85,
    };
    return { finding, task };
  });
  return {
    inspection: { id, ...about, schoolId: school.id, stage, kind, inspector: `责任督学${random.whole(1, 9)}组`, date },
    findings: lines.map(({ finding }) => finding),
    tasks: lines.map(({ task }) => task),
  };
}

function severityOf(random: Random, isSafety: boolean): Severity {
  const chance = random.next();
  if (chance < (isSafety ? 0.15 : 0.03)) return "SEVERE";
  return chance < (isSafety ? 0.45 : 0.28) ? "MAJOR" : "MINOR";
}

/** Most are closed in time, some late, a few never; null when still open when the records end. */
function closingDay(
  plan: CountyPlan,
  {
    date,
    dueOn,
    slow,
    severity,
  }: { readonly date: string; readonly dueOn: string; readonly slow: number; readonly severity: Severity },
  random: Random,
): string | null {
  const chance = random.next();
  const neverShare = 0.03 * slow;
  const lateShare = (severity === "SEVERE" ? 0.55 : 0.2) * slow;
  if (chance < neverShare) return null;
  const isLate = chance < neverShare + lateShare;
  const day = isLate
    ? daysLater(dueOn, random.whole(5, 240))
    : daysLater(date, Math.max(3, Math.round(deadlines[severity] * (0.3 + 0.7 * random.next()))));
  return day > `${plan.years.at(-1)}-12-31` ? null : day;
}

function isOpenOn(school: PlannedSchool, day: string): boolean {
  return (school.openedOn === null || school.openedOn <= day) && (school.closedOn === null || school.closedOn > day);
}
