import { fundedOverdueQuestion } from "@hub/schema";
import DataLoader from "dataloader";
import { prisma } from "./database.js";

const DAY_MS = 86_400_000;

/** A county's schools on a day, with those closed since the first day of the period, where they lay last, by id. */
async function areaSchools(county: string, stage: string | null, on: string, from: string) {
  const [day, first] = [new Date(`${on}T00:00:00Z`), new Date(`${from < on ? from : on}T00:00:00Z`)];
  const divisions = await prisma.division.findMany({ where: { OR: [{ code: county }, { countyCode: county }] } });
  const links = await prisma.schoolDivision.findMany({
    where: { divisionCode: { in: divisions.map(({ code }) => code) }, validFrom: { lte: day } },
  });
  const linksOf = Map.groupBy(links, ({ schoolId }) => schoolId);
  const schools = await prisma.school.findMany({
    where: {
      id: { in: [...linksOf.keys()] },
      AND: [
        { OR: [{ openedOn: null }, { openedOn: { lte: day } }] },
        { OR: [{ closedOn: null }, { closedOn: { gt: first } }] },
      ],
      ...(stage === null ? {} : { stages: { has: stage as never } }),
    },
    orderBy: { id: "asc" },
  });
  return schools.filter(({ id, closedOn }) => {
    const last = closedOn === null || closedOn > day ? day : new Date(closedOn.getTime() - DAY_MS);
    return linksOf.get(id)?.some(({ validFrom, validTo }) => validFrom <= last && (validTo === null || validTo > last));
  });
}

/** The schools a question 5 is about, by its id. */
export const areaSchoolsLoader = () =>
  new DataLoader<string, Awaited<ReturnType<typeof areaSchools>>>((ids) =>
    Promise.all(
      ids.map((id) => {
        const { areaCode, stage, on, paidFrom } = fundedOverdueQuestion(id);
        return areaSchools(areaCode, stage, on, paidFrom);
      }),
    ),
  );
