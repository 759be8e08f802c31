import { PrismaClient } from "@hub/prisma/funding";
import { type Area, dayText, daysOf, schoolYearLoader, type SchoolYear } from "./batch.js";
import { fundedOverdueQuestion } from "@hub/schema";
import { type StockPayments, sum } from "./funded-overdue.js";
import { databaseAdapter, runSubgraph } from "./run-subgraph.js";

const prisma = new PrismaClient({ adapter: databaseAdapter() });

function createContext() {
  return {
    /** Cents by stage of a school and year; null when it filed no accounts. */
    paid: schoolYearLoader<readonly { stage: string | null; cents: number }[] | null>(async (ids, year) => {
      const { first, next } = daysOf(year);
      const schoolId = { in: ids };
      const [returns, payments] = await Promise.all([
        prisma.financeReturn.findMany({ where: { schoolId, year } }),
        prisma.payment.findMany({ where: { schoolId, paidOn: { gte: first, lt: next } } }),
      ]);
      const filed = new Set(returns.map((row) => row.schoolId));
      const bySchool = Map.groupBy(payments, (row) => row.schoolId);
      return (id) =>
        filed.has(id)
          ? (bySchool.get(id) ?? []).map(({ stage, amount }) => ({ stage, cents: amount.mul(100).toNumber() }))
          : null;
    }),
  };
}

interface FundedOverdue {
  readonly id: string;
  readonly schoolIds: readonly string[];
  readonly lateSchoolIds?: readonly string[] | null;
}

/** Payments of a question's schools: counted for all, row by row for those with an overdue task. */
async function payments({ id, schoolIds, lateSchoolIds }: FundedOverdue): Promise<StockPayments> {
  const { paidFrom, paidTo, stage, economicClasses } = fundedOverdueQuestion(id);
  const schoolId = { in: [...schoolIds] };
  const [from, to] = [new Date(`${paidFrom}T00:00:00Z`), new Date(`${paidTo}T00:00:00Z`)];
  const [first, last] = [from.getUTCFullYear(), to.getUTCFullYear()];
  const [rows, returns] = await Promise.all([
    prisma.payment.findMany({
      where: {
        schoolId,
        paidOn: { gte: from, lte: to },
        economicClass: { in: [...economicClasses] },
        ...(stage === null ? {} : { stage: stage as never }),
      },
    }),
    prisma.financeReturn.findMany({ where: { schoolId, year: { gte: first, lte: last } } }),
  ]);
  const paid = Map.groupBy(
    rows.map((row) => ({
      schoolId: row.schoolId as string,
      programme: row.programme,
      purpose: row.purpose,
      economicClass: row.economicClass,
      paidOn: dayText(row.paidOn) as string,
      cents: row.amount.mul(100).toNumber(),
      origin: row.origin,
    })),
    (row) => row.schoolId,
  );
  const years = Map.groupBy(returns, (row) => row.schoolId);
  const filed = new Set(schoolIds.filter((school) => years.get(school)?.length === last - first + 1));
  const late = lateSchoolIds ?? [];
  return {
    schools: schoolIds.length,
    funded: [...paid.values()].filter((own) => sum(own) > 0).length,
    missing: schoolIds.filter((school) => !filed.has(school) && !paid.has(school)).length,
    filed: late.filter((school) => filed.has(school)),
    rows: late.flatMap((school) => paid.get(school) ?? []),
  };
}

type Context = ReturnType<typeof createContext>;

await runSubgraph(
  "funding",
  {
    AreaProfile: {
      __resolveReference: (area: Area) => ({ ...area, stage: area.stage ?? null }),
      fundingFacts: async ({ schoolIds, year, stage }: Area, _: unknown, { paid }: Context) => {
        const schools = await Promise.all(schoolIds.map((schoolId) => paid.load({ schoolId, year })));
        const inStage = (rows: readonly { stage: string | null; cents: number }[]) =>
          sum(rows.filter((row) => stage === null || row.stage === stage)) / 100;
        return {
          schoolIds,
          columns: { spending: schools.map((rows) => (rows === null ? null : inStage(rows))) },
          source: "funding",
          asOf: String(year),
        };
      },
    },
    FundedOverdue: {
      __resolveReference: (key: object) => key,
      payments,
    },
    SchoolProfile: {
      __resolveReference: (key: SchoolYear) => key,
      spending: async (key: SchoolYear, _: unknown, { paid }: Context) => {
        const rows = await paid.load(key);
        return rows === null ? null : (sum(rows) / 100).toFixed(2);
      },
    },
  },
  createContext,
);
