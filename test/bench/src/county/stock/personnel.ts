import { PrismaClient } from "@hub/prisma/personnel";
import { columnSum, type FactTable } from "@hub/schema";
import DataLoader from "dataloader";
import { type Area, daysOf, inForce, schoolYearLoader, type SchoolYear } from "./batch.js";
import { databaseAdapter, runSubgraph } from "./run-subgraph.js";

const prisma = new PrismaClient({ adapter: databaseAdapter() });

interface Staff {
  readonly filed: boolean;
  readonly teachers: readonly { readonly personId: string; readonly stage: string }[];
  readonly permanent: readonly { readonly personId: string; readonly stage: string }[];
}

function createContext() {
  const staff = schoolYearLoader<Staff>(async (ids, year) => {
    const { census } = daysOf(year);
    const schoolId = { in: ids };
    const [returns, assignments] = await Promise.all([
      prisma.staffReturn.findMany({ where: { schoolId, year } }),
      prisma.assignment.findMany({ where: { schoolId, ...inForce(census) } }),
    ]);
    const people = await prisma.person.findMany({
      where: { id: { in: [...new Set(assignments.map(({ personId }) => personId))] } },
      select: { id: true, employment: true },
    });
    const employmentOf = new Map(people.map(({ id, employment }) => [id, employment]));
    const filed = new Set(returns.map((row) => row.schoolId));
    const bySchool = Map.groupBy(assignments, (row) => row.schoolId);
    return (id) => {
      const own = filed.has(id) ? (bySchool.get(id) ?? []) : [];
      return {
        filed: filed.has(id),
        teachers: own.filter(({ teaches, role }) => teaches && role === "TEACHER"),
        permanent: own.filter(({ holdsPost, personId }) => holdsPost && employmentOf.get(personId) === "PERMANENT"),
      };
    };
  });
  const facts = new DataLoader<Area, FactTable, string>(
    (areas) =>
      Promise.all(
        areas.map(async ({ schoolIds, year, stage }) => {
          const schools = await Promise.all(schoolIds.map((schoolId) => staff.load({ schoolId, year })));
          // Somebody who works in two schools of the area counts once.
          const column = (kind: "teachers" | "permanent") => {
            const counted = new Set<string>();
            return schools.map((school) => {
              if (!school.filed) return null;
              const before = counted.size;
              for (const row of school[kind]) if (stage === null || row.stage === stage) counted.add(row.personId);
              return counted.size - before;
            });
          };
          return {
            schoolIds,
            columns: { teachers: column("teachers"), permanentStaff: column("permanent") },
            source: "personnel",
            asOf: `${year}-09-01`,
          };
        }),
      ),
    { cacheKeyFn: ({ areaCode, year, stage }) => `${areaCode}/${year}/${stage ?? ""}` },
  );
  return { staff, facts };
}

type Context = ReturnType<typeof createContext>;

await runSubgraph(
  "personnel",
  {
    AreaProfile: {
      __resolveReference: (area: Area) => ({ ...area, stage: area.stage ?? null }),
      teachers: async (area: Area, _: unknown, { facts }: Context) => columnSum(await facts.load(area), "teachers"),
      staffFacts: (area: Area, _: unknown, { facts }: Context) => facts.load(area),
    },
    SchoolProfile: {
      __resolveReference: (key: SchoolYear) => key,
      teachers: async (key: SchoolYear, _: unknown, { staff }: Context) => {
        const { filed, teachers } = await staff.load(key);
        return filed ? new Set(teachers.map(({ personId }) => personId)).size : null;
      },
    },
  },
  createContext,
);
