import type { FactTable } from "@hub/schema";
import DataLoader from "dataloader";
import { listLoader, rowLoader } from "../batch.js";
import { areaSchoolsLoader } from "./area-schools.js";
import { prisma, type AreaKey } from "./database.js";
import { areaFacts, stageLoader } from "./facts.js";

/** The loaders of one request. */
export function createContext() {
  const inSchools = (ids: string[]) => ({ schoolId: { in: ids } });
  return {
    facts: new DataLoader<AreaKey, FactTable, string>(areaFacts, {
      cacheKeyFn: ({ areaCode, year, stage }) => `${areaCode}/${year}/${stage ?? ""}`,
    }),
    stages: stageLoader(),
    areaSchools: areaSchoolsLoader(),
    school: rowLoader(
      (ids) => prisma.school.findMany({ where: { id: { in: ids } } }),
      ({ id }) => id,
    ),
    division: rowLoader(
      (codes) => prisma.division.findMany({ where: { code: { in: codes } } }),
      ({ code }) => code,
    ),
    authority: rowLoader(
      (ids) => prisma.authority.findMany({ where: { id: { in: ids } } }),
      ({ id }) => id,
    ),
    identifiers: listLoader(
      (ids) => prisma.schoolIdentifier.findMany({ where: inSchools(ids), orderBy: { validFrom: "asc" } }),
      ({ schoolId }) => schoolId,
    ),
    divisions: listLoader(
      (ids) => prisma.schoolDivision.findMany({ where: inSchools(ids), orderBy: { validFrom: "asc" } }),
      ({ schoolId }) => schoolId,
    ),
    authorities: listLoader(
      (ids) => prisma.schoolAuthority.findMany({ where: inSchools(ids), orderBy: { validFrom: "asc" } }),
      ({ schoolId }) => schoolId,
    ),
    successors: listLoader(
      (ids) =>
        prisma.schoolSuccession.findMany({
          where: { predecessorId: { in: ids } },
          orderBy: [{ date: "asc" }, { successorId: "asc" }],
        }),
      ({ predecessorId }) => predecessorId,
    ),
    predecessors: listLoader(
      (ids) =>
        prisma.schoolSuccession.findMany({
          where: { successorId: { in: ids } },
          orderBy: [{ date: "asc" }, { predecessorId: "asc" }],
        }),
      ({ successorId }) => successorId,
    ),
    statements: listLoader(
      (ids) =>
        prisma.schoolStatement.findMany({
          where: inSchools(ids),
          orderBy: [{ document: "asc" }, { documentLine: "asc" }, { id: "asc" }],
        }),
      ({ schoolId }) => schoolId ?? "",
    ),
    events: listLoader(
      (ids) => prisma.schoolEvent.findMany({ where: inSchools(ids), orderBy: [{ date: "asc" }, { id: "asc" }] }),
      ({ schoolId }) => schoolId ?? "",
    ),
  };
}

export type Context = ReturnType<typeof createContext>;
