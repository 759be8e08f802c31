import type { CountyPlan } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import { centsOf, splitMoney, yuanOf } from "./money.js";
import { yearsOf } from "./period.js";
import type { PlannedProject } from "./planned-project.js";
import type { PaymentRow, ProcurementLineRow, ProjectSchoolRow } from "./rows.js";
import { synthetic } from "./rows.js";
import { allPupilsIn, mainStage } from "./school-pools.js";

/** The schools a project serves, with the works done there. */
export function projectSchools({ row, works, schools, statedSchools }: PlannedProject): ProjectSchoolRow[] {
  return works === null
    ? []
    : schools.map((school) => ({
        projectId: row.id,
        schoolId: school.id,
        works,
        origin: statedSchools.has(school.id) ? "DOCUMENT" : "SYNTHETIC",
      }));
}

/** What a project bought, by year. Only the total of one year is stated; the years of a longer period are made up. */
export function procurementLines({ row, bought, years }: PlannedProject): ProcurementLineRow[] {
  if (bought === null) return [];
  const span = yearsOf(...years);
  const quantities = allocate(
    bought.quantity,
    span.map(() => 1),
  );
  return span.map((year, index) => ({
    ...synthetic,
    ...(span.length === 1 && row.origin === "DOCUMENT" && bought.quantity === row.count
      ? { origin: row.origin, document: row.document, documentLine: row.documentLine }
      : {}),
    id: `${row.id}.${bought.assetClass}.${year}`,
    projectId: row.id,
    countyCode: row.countyCode,
    assetClass: bought.assetClass,
    quantity: quantities[index] ?? 0,
    year,
  }));
}

/** The payments of a project: its amount over its years and schools, to the cent. */
export function projectPayments(plan: CountyPlan, { row, works, schools, pays, years }: PlannedProject): PaymentRow[] {
  if (pays === null || row.amount === null) return [];
  const span = yearsOf(...years);
  const byYear = splitMoney(
    centsOf(row.amount),
    span.map(() => 1),
  );
  return span.flatMap((year, at) => {
    const served = schools.length === 0 ? [null] : schools;
    const parts = splitMoney(
      byYear[at] ?? 0,
      served.map((school) => (school === null ? 1 : 100 + allPupilsIn(plan, school, year))),
    );
    return served.map((school, index) => ({
      ...synthetic,
      id: `${row.id}.pay.${year}.${index + 1}`,
      countyCode: row.countyCode,
      schoolId: school?.id ?? null,
      stage: row.stage ?? (school === null ? null : mainStage(plan, school, year)),
      ownership: school?.ownership ?? null,
      programme: row.programme ?? "OTHER",
      purpose: works,
      economicClass: pays,
      sourceLevel: "MIXED" as const,
      projectId: row.id,
      amount: yuanOf(parts[index] ?? 0),
      paidOn: `${year}-11-15`,
      personTimes: null,
    }));
  });
}
