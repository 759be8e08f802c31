import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { seedRowsOf, type SeedRow } from "../seed-rows.js";
import { schoolEvents } from "./calibration/school-events.js";
import { onLine, synthetic, type RowProvenance } from "./provenance.js";

type EventRow = RowProvenance & {
  readonly id: string;
  readonly schoolId: string | null;
  readonly countyCode: string;
  readonly kind: string;
  readonly title: string | null;
  readonly level: string | null;
  readonly date: string;
  readonly until: string | null;
};

/** What a statement of named_schools.csv says has happened; plans and figures (enrolment, exam results) are no events. */
const kindOfStatement: Readonly<
  Record<string, (row: SeedRow) => { readonly kind: string; readonly level: string | null } | null>
> = {
  award: ({ facts = "" }) => {
    if (facts.includes("city-level civilised campus")) return { kind: "civilised_campus", level: "CITY" };
    if (facts.includes("provincial model civilised campus")) return { kind: "civilised_campus", level: "PROVINCE" };
    return { kind: "award", level: facts.includes("provincial") ? "PROVINCE" : "COUNTY" };
  },
  playground_completed: () => ({ kind: "playground_completed", level: null }),
  new_build_opened: () => ({ kind: "opening", level: null }),
  upgraded: () => ({ kind: "upgraded", level: null }),
  standardised_renovation: () => ({ kind: "standardised_renovation", level: null }),
  closed_merged: () => ({ kind: "closed_merged", level: null }),
  ict_model_school: () => ({ kind: "ict_model_school", level: "CITY" }),
  smart_classroom_pilot: () => ({ kind: "smart_classroom_pilot", level: "COUNTY" }),
  partnership: () => ({ kind: "company_partnership", level: null }),
};

/** Rows of `school_event`: what the document says, what makes its counts come true, what is usual elsewhere. */
export function* eventRows(plan: RegisterPlan): Generator<EventRow> {
  let number = 0;
  for (const happening of [...documentedEvents(plan), ...calibratedEvents(plan), ...usualEvents(plan)]) {
    number += 1;
    yield {
      id: `EVT-${plan.code}-${String(number).padStart(4, "0")}`,
      countyCode: plan.code,
      until: null,
      ...happening,
    };
  }
}

type Happening = Omit<EventRow, "id" | "countyCode" | "until">;

function* documentedEvents(plan: RegisterPlan): Generator<Happening> {
  const schoolByNamed = new Map(plan.schools.map((school) => [school.namedId, school]));
  // A partner college stands on a row of its own, without its school: only one school has such programmes.
  const withPartners = schoolByNamed.get("000-vocational_high");
  for (const row of seedRowsOf("named_schools", plan.code)) {
    const provenance = onLine(plan, Number(row["seed_line"]));
    // The document gives the year; the event had happened by its last day.
    const lastDay = `${(row["year"] ?? "").slice(-4)}-12-31`;
    if (row["event"] === "partner" && withPartners !== undefined) {
      const title = row["name_zh"] || null;
      yield {
        kind: "college_partnership",
        level: "PROVINCE",
        schoolId: withPartners.id,
        title,
        date: lastDay,
        ...provenance,
      };
    }
    const happened = kindOfStatement[row["event"] ?? ""]?.(row) ?? null;
    const school = schoolByNamed.get(row["school_id"] ?? "");
    if (happened === null || school === undefined) continue;
    const date = registeredDay(happened.kind, school) ?? lastDay;
    yield { ...happened, schoolId: school.id, title: row["facts"] || null, date, ...provenance };
  }
}

/** The day the register has for the opening or closing of a school, so that the two never disagree. */
function registeredDay(kind: string, { openedOn, closedOn }: RegisterSchool): string | null {
  if (kind === "opening") return openedOn;
  return kind === "closed_merged" ? closedOn : null;
}

function* calibratedEvents(plan: RegisterPlan): Generator<Happening> {
  const idByKey = new Map(plan.schools.map((school) => [school.line.key, school.id]));
  for (const { kind, title, level, date, schools, titles } of schoolEvents[plan.code] ?? []) {
    for (const [index, key] of schools.entries()) {
      const schoolId = idByKey.get(key);
      if (schoolId === undefined) throw new RangeError(`School key: found "${key}"; expected a school of ${plan.code}`);
      yield { kind, schoolId, title: titles?.[index] ?? title ?? null, level: level ?? null, date, ...synthetic };
    }
  }
}

/** Licences, recognitions and after-school care where no document counts them. */
function* usualEvents(plan: RegisterPlan): Generator<Happening> {
  const counted = new Set((schoolEvents[plan.code] ?? []).map((line) => line.kind));
  const usual = (kind: string, title: string, date: string, { id }: RegisterSchool): Happening | null =>
    counted.has(kind) ? null : { kind, title, level: "COUNTY", date, schoolId: id, ...synthetic };
  for (const school of plan.schools) {
    const { ownership, typeCode, stages, openedOn } = school;
    const happenings = [
      ownership === "PUBLIC" ? null : usual("private_approval", "民办学校办学许可", openedOn ?? "2012-06-01", school),
      ownership !== "INCLUSIVE_PRIVATE"
        ? null
        : usual("inclusive_certification", "普惠性民办幼儿园认定", "2018-12-10", school),
      typeCode === "218" || !stages.some((stage) => stage === "PRIMARY" || stage === "JUNIOR")
        ? null
        : usual("after_school_care", "课后服务", "2021-09-01", school),
    ];
    for (const happening of happenings) if (happening !== null && school.isOpenOn(happening.date)) yield happening;
    if (school.successorId !== null && school.namedId === null && school.closedOn !== null) {
      yield {
        kind: "closed_merged",
        title: null,
        level: null,
        date: school.closedOn,
        schoolId: school.id,
        ...synthetic,
      };
    }
  }
}
