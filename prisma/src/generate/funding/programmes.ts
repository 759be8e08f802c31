import type { CountyPlan } from "../county-plan.js";
import { seedRows, textOf } from "./seed-rows.js";

/** The aid programmes a county's document states. */
export function programmes(plan: CountyPlan) {
  return seedRows("programmes.csv", plan.code)
    .filter((seed) => seed["category"] === "aid")
    .map((seed) => ({
      id: seed["programme_id"] ?? "",
      countyCode: plan.code,
      name: seed["name_zh"] ?? "",
      nameEn: seed["name_en"] ?? "",
      category: seed["category"] ?? "",
      period: seed["period"] ?? "",
      quantity: textOf(seed, "quantity"),
      qualifier: textOf(seed, "quantity_qualifier"),
      unit: textOf(seed, "unit"),
      kind: seed["value_kind"] ?? "",
      note: textOf(seed, "note"),
      document: seed["seed_file"] ?? "",
      documentLine: Number(seed["seed_line"]),
    }));
}
