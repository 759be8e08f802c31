import type { CountyPlan, StageName } from "../county-plan.js";
import { conditionsFunds } from "./calibration/county-payments.js";
import { nutritionTotals } from "./calibration/programme-totals.js";
import { personnelGrowth } from "./calibration/rates.js";
import { specialPupils } from "./calibration/special-pupils.js";
import { centsOf, splitMoney, yuanOf } from "./money.js";
import { nutritionShares } from "./nutrition.js";
import { yearsOf } from "./period.js";
import type { AllocationRow, SourceLevelName } from "./rows.js";
import { synthetic } from "./rows.js";
import type { RunningCost } from "./running-costs.js";

/** Money allotted to the county: its budget by stage, and the programmes that are granted rather than paid by the piece. */
export function allocations(plan: CountyPlan, costs: readonly RunningCost[]): AllocationRow[] {
  return [...budget(plan, costs), ...nutrition(plan), ...conditions(plan), ...specialEducation(plan)];
}

function row(
  plan: CountyPlan,
  fields: {
    readonly key: string;
    readonly programme: string;
    readonly year: number;
    readonly sourceLevel: SourceLevelName;
    readonly cents: number;
  } & Partial<Pick<AllocationRow, "schoolId" | "stage" | "recipients">>,
): AllocationRow {
  const { key, cents, ...rest } = fields;
  return {
    ...synthetic,
    schoolId: null,
    stage: null,
    recipients: null,
    ...rest,
    id: `${plan.code}.${rest.programme}.${rest.year}.${rest.sourceLevel}.${key}`,
    countyCode: plan.code,
    amount: yuanOf(cents),
  };
}

/** The budget of a stage is what its public schools cost; two years before the first census follow from the growth of the budget. */
function budget(plan: CountyPlan, costs: readonly RunningCost[]): AllocationRow[] {
  const paid = costs.filter(({ sourceLevel }) => sourceLevel !== "SCHOOL");
  const byStage = Map.groupBy(paid, ({ stage }) => stage);
  return [...byStage].flatMap(([stage, entries]) => {
    const byYear = new Map(
      [...Map.groupBy(entries, ({ year }) => year)].map(([year, group]) => [
        year,
        group.reduce((sum, { cents }) => sum + cents, 0),
      ]),
    );
    const first = Math.min(...byYear.keys());
    for (const year of [first - 1, first - 2]) {
      byYear.set(year, Math.round((byYear.get(year + 1) ?? 0) / (personnelGrowth[year + 1] ?? 1) / 10_000) * 10_000);
    }
    return [...byYear].map(([year, cents]) =>
      row(plan, {
        key: stage,
        programme: "EDUCATION_BUDGET",
        year,
        sourceLevel: "COUNTY",
        stage: stage as StageName,
        cents,
      }),
    );
  });
}

/** Meals by school and level; the pupils stand in the province's row alone, so that nobody is counted once a level. */
function nutrition(plan: CountyPlan): AllocationRow[] {
  return Object.entries(nutritionTotals[plan.code] ?? {}).flatMap(([text, total]) => {
    const year = Number(text);
    const shares = nutritionShares(plan, year, total.pupils);
    return (["PROVINCE", "COUNTY"] as const).flatMap((sourceLevel) => {
      const money = splitMoney(
        centsOf(total[sourceLevel]),
        shares.map(({ pupils }) => pupils),
      );
      return shares.map(({ school, stage, pupils }, index) =>
        row(plan, {
          key: school.id,
          programme: "NUTRITION",
          year,
          sourceLevel,
          schoolId: school.id,
          stage,
          cents: money[index] ?? 0,
          recipients: sourceLevel === "PROVINCE" ? pupils : null,
        }),
      );
    });
  });
}

function conditions(plan: CountyPlan): AllocationRow[] {
  const funds = conditionsFunds[plan.code];
  if (funds === undefined) return [];
  const span = yearsOf(funds.from, funds.to);
  return Object.entries(funds.byLevel).flatMap(([level, amount]) => {
    const money = splitMoney(
      centsOf(amount),
      span.map((_, index) => index + 2),
    );
    return span.map((year, index) =>
      row(plan, {
        key: "ALL",
        programme: "COMPULSORY_CONDITIONS",
        year,
        sourceLevel: level as SourceLevelName,
        cents: money[index] ?? 0,
      }),
    );
  });
}

function specialEducation(plan: CountyPlan): AllocationRow[] {
  return Object.entries(specialPupils[plan.code] ?? {}).map(([year, pupils]) =>
    row(plan, {
      key: "SPECIAL",
      programme: "SPECIAL_PER_PUPIL",
      year: Number(year),
      sourceLevel: "MIXED",
      stage: "SPECIAL",
      cents: pupils * 600_000,
      recipients: pupils,
    }),
  );
}
