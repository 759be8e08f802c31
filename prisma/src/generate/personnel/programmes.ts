import type { CountyPlan } from "../county-plan.js";
import { seedRowsOf } from "../seed-rows.js";

/** The rows of `programme`: what the county's document states of programmes of these categories, by document and line. */
export function statedProgrammes(plan: CountyPlan, categories: readonly string[]) {
  return seedRowsOf("programmes", plan.code)
    .filter((seed) => categories.includes(seed["category"] ?? ""))
    .map((seed) => ({
      id: seed["programme_id"],
      countyCode: plan.code,
      name: seed["name_zh"],
      nameEn: seed["name_en"],
      category: seed["category"],
      period: seed["period"],
      quantity: seed["quantity"] || null,
      qualifier: seed["quantity_qualifier"] || null,
      unit: seed["unit"] || null,
      kind: seed["value_kind"],
      note: seed["note"] || null,
      document: seed["seed_file"],
      documentLine: Number(seed["seed_line"]),
    }));
}
