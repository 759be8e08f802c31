import { PrismaClient } from "@hub/prisma/inspection";
import { type Area, dayText, daysOf, schoolYearLoader, type SchoolYear } from "./batch.js";
import { fundedOverdueQuestion } from "@hub/schema";
import type { StockTask } from "./funded-overdue.js";
import { databaseAdapter, runSubgraph } from "./run-subgraph.js";

const prisma = new PrismaClient({ adapter: databaseAdapter() });

function createContext() {
  return {
    /** Tasks of a school open at the end of a year, with the stage of what was found. */
    open: schoolYearLoader<readonly { stage: string | null; overdue: boolean }[]>(async (ids, year) => {
      const { last } = daysOf(year);
      const tasks = await prisma.rectificationTask.findMany({
        where: { schoolId: { in: ids }, OR: [{ closedOn: null }, { closedOn: { gt: last } }] },
      });
      const findings = await prisma.finding.findMany({
        where: { id: { in: tasks.map(({ findingId }) => findingId) }, foundOn: { lte: last } },
      });
      const findingOf = new Map(findings.map((finding) => [finding.id, finding]));
      const bySchool = Map.groupBy(tasks, ({ schoolId }) => schoolId);
      return (id) =>
        (bySchool.get(id) ?? []).flatMap(({ findingId, dueOn }) => {
          const finding = findingOf.get(findingId);
          return finding === undefined ? [] : [{ stage: finding.stage, overdue: dueOn < last }];
        });
    }),
  };
}

/** Overdue tasks of a question's schools with their findings, by due date. */
async function overdueTasks(id: string, schoolIds: readonly string[]): Promise<StockTask[]> {
  const { on, stage } = fundedOverdueQuestion(id);
  const day = new Date(`${on}T00:00:00Z`);
  const tasks = await prisma.rectificationTask.findMany({
    where: {
      schoolId: { in: [...schoolIds] },
      dueOn: { lt: day },
      OR: [{ closedOn: null }, { closedOn: { gt: day } }],
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const findings = await prisma.finding.findMany({
    where: { id: { in: tasks.map(({ findingId }) => findingId) }, foundOn: { lte: day } },
  });
  const findingOf = new Map(findings.map((finding) => [finding.id, finding]));
  return tasks.flatMap(({ id: task, schoolId, findingId, dueOn, origin }) => {
    const finding = findingOf.get(findingId);
    if (finding === undefined || (stage !== null && finding.stage !== null && finding.stage !== stage)) return [];
    const { item, severity, foundOn } = finding;
    const days = { foundOn: dayText(foundOn) as string, dueOn: dayText(dueOn) as string };
    const made = [origin, finding.origin].includes("SYNTHETIC") ? "SYNTHETIC" : origin;
    return [{ schoolId: schoolId as string, id: task, item, severity, ...days, origin: made }];
  });
}

type Context = ReturnType<typeof createContext>;

await runSubgraph(
  "inspection",
  {
    AreaProfile: {
      __resolveReference: (area: Area) => ({ ...area, stage: area.stage ?? null }),
      openRectifications: async ({ schoolIds, year, stage }: Area, _: unknown, { open }: Context) => {
        const schools = await Promise.all(schoolIds.map((schoolId) => open.load({ schoolId, year })));
        return schools.flat().filter((task) => stage === null || task.stage === null || task.stage === stage).length;
      },
    },
    FundedOverdue: {
      __resolveReference: async ({ id, schoolIds }: { id: string; schoolIds: readonly string[] }) => {
        const tasks = await overdueTasks(id, schoolIds);
        return { id, tasks, lateSchoolIds: [...new Set(tasks.map(({ schoolId }) => schoolId))] };
      },
    },
    SchoolProfile: {
      __resolveReference: (key: SchoolYear) => key,
      openRectifications: async (key: SchoolYear, _: unknown, { open }: Context) => (await open.load(key)).length,
      overdueRectifications: async (key: SchoolYear, _: unknown, { open }: Context) =>
        (await open.load(key)).filter(({ overdue }) => overdue).length,
    },
  },
  createContext,
);
