import type { FactTable } from "@hub/schema";
import { daysOf, inForce, schoolYearLoader } from "../batch.js";
import { isOpen, prisma, type AreaKey } from "./database.js";

/** The register's facts of areas, one row a school, counted here from rows. */
export async function areaFacts(keys: readonly AreaKey[]): Promise<FactTable[]> {
  const years = [...new Set(keys.map(({ year }) => year))];
  const byYear = new Map(
    await Promise.all(
      years.map(async (year) => {
        const { census } = daysOf(year);
        const divisionCode = { in: keys.map(({ areaCode }) => areaCode) };
        const links = await prisma.schoolDivision.findMany({ where: { divisionCode, ...inForce(census) } });
        const ids = links.map(({ schoolId }) => schoolId);
        const [schools, returns, classes] = await Promise.all([
          prisma.school.findMany({ where: { id: { in: ids }, ...isOpen(census) }, orderBy: { id: "asc" } }),
          prisma.schoolReturn.findMany({ where: { schoolId: { in: ids }, year } }),
          prisma.classGroup.findMany({ where: { schoolId: { in: ids }, year } }),
        ]);
        const divisionOf = new Map(links.map((link) => [link.schoolId, link.divisionCode]));
        return [
          year,
          {
            schools: Map.groupBy(schools, ({ id }) => divisionOf.get(id)),
            filed: new Set(returns.map(({ schoolId }) => schoolId)),
            classes: Map.groupBy(classes, ({ schoolId }) => schoolId),
          },
        ] as const;
      }),
    ),
  );
  return keys.map(({ areaCode, year, stage }) => {
    const rows = byYear.get(year);
    const schools = (rows?.schools.get(areaCode) ?? []).filter(
      ({ stages }) => stage === null || stages.includes(stage as never),
    );
    const classesOf = (id: string) =>
      (rows?.classes.get(id) ?? []).filter((group) => stage === null || group.stage === stage);
    const column = (value: (id: string) => number) => schools.map(({ id }) => (rows?.filed.has(id) ? value(id) : null));
    return {
      schoolIds: schools.map(({ id }) => id),
      columns: {
        students: column((id) => classesOf(id).reduce((sum, group) => sum + group.students, 0)),
        classes: column((id) => classesOf(id).length),
      },
      source: "schools",
      asOf: `${year}-09-01`,
    };
  });
}

interface StageCount {
  readonly stage: string;
  students: number;
  classes: number;
  largestClass: number;
}

const STAGES = ["PRESCHOOL", "PRIMARY", "JUNIOR", "SENIOR_GENERAL", "SENIOR_VOCATIONAL", "SPECIAL"];

/** Classes and students of a school and year by stage; null when it filed no return. */
export function stageLoader() {
  return schoolYearLoader<readonly StageCount[] | null>(async (ids, year) => {
    const where = { schoolId: { in: ids }, year };
    const [returns, classes] = await Promise.all([
      prisma.schoolReturn.findMany({ where }),
      prisma.classGroup.findMany({ where }),
    ]);
    const filed = new Set(returns.map(({ schoolId }) => schoolId));
    return (id) => {
      if (!filed.has(id)) return null;
      const counts = new Map<string, StageCount>();
      for (const { stage, students } of classes.filter(({ schoolId }) => schoolId === id)) {
        const count = counts.get(stage) ?? { stage, students: 0, classes: 0, largestClass: 0 };
        count.students += students;
        count.classes += 1;
        count.largestClass = Math.max(count.largestClass, students);
        counts.set(stage, count);
      }
      return [...counts.values()].sort((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));
    };
  });
}
