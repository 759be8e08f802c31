import type { CountyPlan, PlannedSchool } from "../county-plan.js";
import { projectPlans } from "./calibration/projects.js";
import { madeUpProjects } from "./made-up-projects.js";
import { periodDays } from "./period.js";
import type { PlannedProject } from "./planned-project.js";
import type { ProjectPlan } from "./project-plan.js";
import { partsOf } from "./project-parts.js";
import type { ProjectRow } from "./rows.js";
import { schoolsOf } from "./school-pools.js";
import type { SeedRow } from "./seed-rows.js";
import { provenanceOfSeed, seedRows, textOf } from "./seed-rows.js";

/**
 * The projects of a county: every one a document states, and the made-up parts some of them stand for.
 *
 * Leaves carry the money: a project with parts keeps its stated amount, but sums take only projects without parts.
 */
export function countyProjects(plan: CountyPlan): PlannedProject[] {
  if (plan.document === null) return madeUpProjects(plan);
  return seedRows("projects.csv", plan.code).flatMap((seed) => {
    const details = projectPlans[seed["project_id"] ?? ""];
    const stated = statedProject(plan, seed, details);
    const parts = (details?.parts ?? []).flatMap((part, at) => partsOf(plan, stated.row, part, at));
    return [stated, ...parts];
  });
}

function statedProject(plan: CountyPlan, seed: SeedRow, details: ProjectPlan | undefined): PlannedProject {
  const days = periodDays(seed["period"] ?? "");
  const row: ProjectRow = {
    ...provenanceOfSeed(seed),
    id: seed["project_id"] ?? "",
    parentId: textOf(seed, "parent_project_id"),
    countyCode: plan.code,
    name: seed["name_zh"] ?? "",
    nameEn: textOf(seed, "name_en"),
    category: seed["category"] ?? "",
    stage: details?.stage ?? null,
    programme: details?.programme ?? null,
    periodStart: days.start,
    periodEnd: days.end,
    period: seed["period"] ?? "",
    status: seed["status"] ?? "",
    amount: textOf(seed, "amount_cny"),
    amountKind: textOf(seed, "amount_kind"),
    amountQualifier: textOf(seed, "amount_qualifier"),
    siteAreaM2: textOf(seed, "site_area_m2"),
    floorAreaM2: textOf(seed, "floor_area_m2"),
    playgroundAreaM2: textOf(seed, "playground_area_m2"),
    count: textOf(seed, "count") === null ? null : Number(seed["count"]),
    countUnit: textOf(seed, "count_unit"),
    note: textOf(seed, "note"),
  };
  const to = Number(days.end.slice(0, 4));
  const from = days.start === null ? to : Number(days.start.slice(0, 4));
  const named = (details?.named ?? []).flatMap((id) => plan.schools.filter((school) => school.namedId === id));
  return {
    row,
    works: details?.works ?? null,
    schools: [...named, ...others(plan, details, [from, to])],
    statedSchools: new Set(named.map((school) => school.id)),
    bought:
      details?.bought === undefined
        ? null
        : { assetClass: details.bought.assetClass, quantity: details.bought.quantity ?? row.count ?? 0 },
    pays: details?.parts === undefined ? (details?.pays ?? null) : null,
    years: [from, to],
  };
}

function others(
  plan: CountyPlan,
  details: ProjectPlan | undefined,
  [from, to]: readonly [number, number],
): PlannedSchool[] {
  if (details?.pool === undefined) return [];
  const pool = schoolsOf(plan, details.pool, from, to);
  return plan
    .random(`funding.project.${details.programme}`)
    .shuffle(pool)
    .slice(0, details.schools ?? 0);
}
