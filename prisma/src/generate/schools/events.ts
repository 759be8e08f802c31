import type { RegisterPlan } from "../plan/index.js";
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

/** Rows of `school_event`. */
export function* eventRows(plan: RegisterPlan): Generator<EventRow> {
  const idByKey = new Map(plan.schools.map((school) => [school.line.key, school.id]));
  const idByNamed = new Map(plan.schools.map((school) => [school.namedId, school.id]));
  let number = 0;
  const event = (row: Omit<EventRow, "id" | "countyCode">): EventRow => ({
    id: `EVT-${plan.code}-${String((number += 1)).padStart(4, "0")}`,
    countyCode: plan.code,
    ...row,
  });

  for (const row of seedRowsOf("named_schools", plan.code)) {
    const happened = kindOfStatement[row["event"] ?? ""]?.(row) ?? null;
    const schoolId = idByNamed.get(row["school_id"] ?? "") ?? null;
    if (happened === null || schoolId === null) continue;
    // The document gives the year; the event had happened by its last day.
    const date = `${(row["year"] ?? "").slice(-4)}-12-31`;
    yield event({
      ...happened,
      schoolId,
      title: row["facts"] || null,
      date,
      until: null,
      ...onLine(plan, Number(row["seed_line"])),
    });
  }
  // The partner college is named on its own row, without its school: only one vocational school has such programmes.
  for (const row of seedRowsOf("named_schools", plan.code)) {
    if (row["event"] !== "partner") continue;
    const schoolId = idByKey.get("000-vocational_high") ?? null;
    const date = `${row["year"]}-12-31`;
    yield event({
      kind: "college_partnership",
      level: "PROVINCE",
      schoolId,
      title: row["name_zh"] || null,
      date,
      until: null,
      ...onLine(plan, Number(row["seed_line"])),
    });
  }
  for (const { kind, title, level, date, schools, titles } of schoolEvents[plan.code] ?? []) {
    for (const [index, key] of schools.entries()) {
      const schoolId = idByKey.get(key);
      if (schoolId === undefined) throw new RangeError(`School key: found "${key}"; expected a school of ${plan.code}`);
      yield event({
        kind,
        schoolId,
        title: titles?.[index] ?? title ?? null,
        level: level ?? null,
        date,
        until: null,
        ...synthetic,
      });
    }
  }
}
