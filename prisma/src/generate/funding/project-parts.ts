import type { CountyPlan, PlannedSchool } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { Random } from "../random.js";
import { centsOf, splitMoney, yuanOf } from "./money.js";
import { periodDays, periodText } from "./period.js";
import type { PlannedProject } from "./planned-project.js";
import type { PartPlan } from "./project-plan.js";
import type { ProjectRow } from "./rows.js";
import { synthetic } from "./rows.js";
import { allPupilsIn, schoolsOf } from "./school-pools.js";

/** The made-up projects a stated project stands for; their money, areas and pieces add up to the part plan's. */
export function partsOf(plan: CountyPlan, stated: ProjectRow, part: PartPlan, at: number): PlannedProject[] {
  const random = plan.random(`funding.project.${stated.id}.${at}`);
  const served = chooseSchools(plan, part, random);
  const weights = Array.from({ length: part.count }, (_, index) => {
    const pupils = servedBy(served, index, part.count).map((school) => 100 + allPupilsIn(plan, school, part.from));
    return random.whole(8, 12) * (pupils.length === 0 ? 1 : pupils.reduce((sum, size) => sum + size, 0));
  });
  const money = part.amount === undefined ? null : splitMoney(centsOf(part.amount), weights);
  const areas = {
    site: splitArea(part.siteAreaM2, weights),
    floor: splitArea(part.floorAreaM2, weights),
    playground: splitArea(part.playgroundAreaM2, weights),
  };
  const quantities = part.bought === undefined ? null : allocate(part.bought.quantity ?? 0, weights);

  return weights.map((_, index) => {
    const [from, to] = yearsOfPart(part, index);
    const days = periodDays(periodText(from, to));
    const number = part.count === 1 ? "" : `(${index + 1})`;
    const row: ProjectRow = {
      ...stated,
      ...synthetic,
      id: `${stated.id}.${at + 1}.${String(index + 1).padStart(2, "0")}`,
      parentId: stated.id,
      name: `${part.name}${number}`,
      nameEn: `${part.nameEn}${number === "" ? "" : ` ${index + 1}`}`,
      category: part.category ?? stated.category,
      periodStart: days.start,
      periodEnd: days.end,
      period: periodText(from, to),
      status: part.status ?? stated.status,
      amount: money === null ? null : yuanOf(money[index] ?? 0),
      amountKind: money === null ? null : stated.amountKind,
      amountQualifier: money === null ? null : "exact",
      siteAreaM2: areas.site?.[index] ?? null,
      floorAreaM2: areas.floor?.[index] ?? null,
      playgroundAreaM2: areas.playground?.[index] ?? null,
      count: part.unit === undefined ? null : 1,
      countUnit: part.unit ?? null,
      note: null,
    };
    const works = part.works ?? null;
    return {
      row,
      works,
      schools: servedBy(served, index, part.count),
      statedSchools: new Set<string>(),
      bought:
        part.bought === undefined ? null : { assetClass: part.bought.assetClass, quantity: quantities?.[index] ?? 0 },
      pays: part.pays ?? null,
      years: [from, to],
    };
  });
}

function yearsOfPart({ count, from, to }: PartPlan, index: number): [number, number] {
  if (count === 1) return [from, to];
  const year = from + Math.floor((index * (to - from + 1)) / count);
  return [year, year];
}

function splitArea(total: string | undefined, weights: readonly number[]): string[] | null {
  return total === undefined ? null : splitMoney(centsOf(total), weights).map(yuanOf);
}

function chooseSchools(plan: CountyPlan, part: PartPlan, random: Random): PlannedSchool[] {
  if (part.pool === undefined) return [];
  const pool = random.shuffle(schoolsOf(plan, part.pool, part.from, part.to));
  const first = (part.named ?? []).flatMap((named) => plan.schools.filter((school) => school.namedId === named));
  return [...first, ...pool.filter((school) => !first.includes(school))].slice(0, part.schools ?? 0);
}

/** Every school is served, and every project serves one: whichever are more go round the others. */
function servedBy(schools: readonly PlannedSchool[], index: number, projects: number): PlannedSchool[] {
  if (schools.length === 0) return [];
  if (schools.length > projects) return schools.filter((_, place) => place % projects === index);
  return [schools[index % schools.length] as PlannedSchool];
}
