import type { CountyPlan } from "../county-plan.js";
import { yuanOf } from "./money.js";
import { periodDays } from "./period.js";
import type { PlannedProject } from "./planned-project.js";
import { synthetic } from "./rows.js";
import { allPupilsIn, schoolsOf } from "./school-pools.js";

const kinds = [
  {
    programme: "BUILDING_REPAIR",
    category: "renovation",
    works: "REPAIR",
    name: "校舍维修",
    nameEn: "school building repair",
    yuanPerPupil: 180,
  },
  {
    programme: "EQUIPMENT",
    category: "procurement",
    works: "EQUIPMENT",
    name: "教学装备采购",
    nameEn: "teaching equipment",
    yuanPerPupil: 140,
  },
] as const;

/** The projects of a county without a document: one repair and one procurement a year, sized by the pupils served. */
export function madeUpProjects(plan: CountyPlan): PlannedProject[] {
  return plan.years.flatMap((year) =>
    kinds.map((kind): PlannedProject => {
      const random = plan.random(`funding.project.${kind.programme}.${year}`);
      const open = schoolsOf(plan, "FULL_PUBLIC_SCHOOLS", year);
      const schools = random.shuffle(open).slice(0, Math.ceil(open.length / 6));
      const pupils = schools.reduce((sum, school) => sum + allPupilsIn(plan, school, year), 0);
      const days = periodDays(String(year));
      const quantity = kind.programme === "EQUIPMENT" ? pupils : 0;
      return {
        row: {
          ...synthetic,
          id: `${plan.code}-${kind.programme.toLowerCase()}-${year}`,
          parentId: null,
          countyCode: plan.code,
          name: `${year}年${kind.name}`,
          nameEn: `${kind.nameEn} ${year}`,
          category: kind.category,
          stage: null,
          programme: kind.programme,
          periodStart: days.start,
          periodEnd: days.end,
          period: String(year),
          status: "completed",
          amount: yuanOf(pupils * kind.yuanPerPupil * 100),
          amountKind: "actual",
          amountQualifier: "exact",
          siteAreaM2: null,
          floorAreaM2: null,
          playgroundAreaM2: null,
          count: 1,
          countUnit: "projects",
          note: null,
        },
        works: kind.works,
        schools,
        statedSchools: new Set(),
        bought: quantity > 0 ? { assetClass: "TEACHING_EQUIPMENT", quantity } : null,
        pays: "CAPITAL",
        years: [year, year],
      };
    }),
  );
}
