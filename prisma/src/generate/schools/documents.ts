import type { RegisterPlan } from "../plan/index.js";
import { seedRowsOf } from "../seed-rows.js";

/** Row of `source_document`, none for a made-up county. */
export function* documentRows(plan: RegisterPlan) {
  for (const row of seedRowsOf("seeds", plan.code)) {
    yield {
      file: row["seed_file"],
      countyCode: plan.code,
      title: row["title"],
      kind: row["document_type"],
      date: row["page_or_document_date"] || null,
      lines: Number(row["lines"]),
      sha256: row["sha256"],
      note: row["note"] || null,
    };
  }
}

/** Rows of `published_figure`; the stage stays the document's own word. */
export function* figureRows(plan: RegisterPlan) {
  for (const row of seedRowsOf("facts", plan.code)) {
    yield {
      id: row["fact_id"],
      countyCode: plan.code,
      document: row["seed_file"],
      documentLine: Number(row["seed_line"]),
      owner: row["subgraph"],
      indicator: row["indicator"],
      indicatorZh: row["indicator_zh"],
      statedStage: row["stage"],
      statedOwner: row["ownership"],
      year: row["year"] ? Number(row["year"]) : null,
      periodStart: row["period_start"] || null,
      periodEnd: row["period_end"] || null,
      value: row["value"],
      qualifier: row["value_qualifier"],
      unit: row["unit"],
      kind: row["value_kind"],
      restated: row["fact_id"]?.endsWith("-r2") === true,
      note: row["note"] || null,
    };
  }
}

/** Rows of `school_statement`; without a school where the document names an institution outside the register. */
export function* statementRows(plan: RegisterPlan) {
  const idByNamed = new Map(plan.schools.map((school) => [school.namedId, school.id]));
  const seen = new Map<string, number>();
  for (const row of seedRowsOf("named_schools", plan.code)) {
    const stem = `${row["school_id"]}-${row["event"]}-${row["seed_line"]}`;
    const times = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, times);
    yield {
      id: times === 1 ? stem : `${stem}-${times}`,
      schoolId: idByNamed.get(row["school_id"] ?? "") ?? null,
      countyCode: plan.code,
      nameStated: row["name_as_stated"],
      event: row["event"],
      period: row["year"] || null,
      areaM2: row["area_m2"] || null,
      amount: row["amount_cny"] || null,
      facts: row["facts"] || null,
      note: row["note"] || null,
      document: row["seed_file"],
      documentLine: Number(row["seed_line"]),
    };
  }
}
