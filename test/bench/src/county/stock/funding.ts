import { openDatabase } from "@hub/prisma";
import { type Area, daysOf, schoolYearLoader, type SchoolYear } from "./batch.js";
import { databaseUrl, runSubgraph } from "./run-subgraph.js";

const { prisma } = openDatabase("funding", databaseUrl());

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

type Context = ReturnType<typeof createContext>;

const sum = (rows: readonly { cents: number }[]): number => rows.reduce((cents, row) => cents + row.cents, 0);

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
