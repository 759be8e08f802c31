import { openDatabase } from "@hub/prisma";
import type { FactTable } from "@hub/schema";
import DataLoader from "dataloader";
import { SCHOOL_TYPES } from "../school-types.js";
import { type Area, dayText, daysOf, inForce, listLoader, rowLoader, schoolYearLoader } from "./batch.js";
import { databaseUrl, runSubgraph } from "./run-subgraph.js";

const { prisma } = openDatabase("schools", databaseUrl());
type AreaKey = Omit<Area, "schoolIds">;
type School = Awaited<ReturnType<typeof prisma.school.findMany>>[number];

const isOpen = (day: Date): object => ({
  AND: [
    { OR: [{ openedOn: null }, { openedOn: { lte: day } }] },
    { OR: [{ closedOn: null }, { closedOn: { gt: day } }] },
  ],
});

async function areaFacts(keys: readonly AreaKey[]): Promise<FactTable[]> {
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

function stageLoader() {
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

function createContext() {
  const inSchools = (ids: string[]) => ({ schoolId: { in: ids } });
  return {
    facts: new DataLoader<AreaKey, FactTable, string>(areaFacts, {
      cacheKeyFn: ({ areaCode, year, stage }) => `${areaCode}/${year}/${stage ?? ""}`,
    }),
    stages: stageLoader(),
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

type Context = ReturnType<typeof createContext>;

/** The link in force on a day; without a day the one in force now, else the last. */
function linkOn<Link extends { validFrom: Date; validTo: Date | null }>(links: readonly Link[], on: string | null) {
  if (on === null) return links.find(({ validTo }) => validTo === null) ?? links.at(-1);
  const day = new Date(`${on}T00:00:00Z`);
  return links.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
}

async function schoolByCode(code: string): Promise<School | null> {
  const [identifier] = await prisma.schoolIdentifier.findMany({
    where: { value: code },
    orderBy: { validFrom: "desc" },
    take: 1,
  });
  return identifier === undefined ? null : prisma.school.findUnique({ where: { id: identifier.schoolId } });
}

async function schoolList(within: string, on: string, first: number): Promise<object> {
  const day = new Date(`${on}T00:00:00Z`);
  const divisions = await prisma.division.findMany({ where: { OR: [{ code: within }, { countyCode: within }] } });
  const links = await prisma.schoolDivision.findMany({
    where: { divisionCode: { in: divisions.map(({ code }) => code) }, ...inForce(day) },
  });
  const where = { id: { in: links.map(({ schoolId }) => schoolId) }, ...isOpen(day) };
  const schools = await prisma.school.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], take: first + 1 });
  const nodes = schools.slice(0, first);
  const last = nodes.at(-1);
  const position = last === undefined ? null : JSON.stringify(["schools.name", last.name, last.id]);
  return {
    nodes,
    totalCount: () => prisma.school.count({ where }),
    pageInfo: {
      hasNextPage: schools.length > first,
      endCursor: position === null ? null : Buffer.from(position).toString("base64url"),
    },
  };
}

const total = (column: readonly (number | null)[] | undefined): number | null => {
  const known = (column ?? []).filter((value) => value !== null);
  return known.length === 0 && (column?.length ?? 0) > 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

interface SchoolYearArgs {
  readonly schoolId: string;
  readonly year: number;
}

const profileTotal = async (profile: SchoolYearArgs, { stages }: Context, column: "students" | "classes") =>
  (await stages.load(profile))?.reduce((sum, stage) => sum + stage[column], 0) ?? null;

const successionsOf = async (
  rows: Promise<readonly { kind: string; date: Date; predecessorId: string; successorId: string }[]>,
  other: "predecessorId" | "successorId",
  { school }: Context,
) => (await rows).map((row) => ({ kind: row.kind, date: dayText(row.date), school: () => school.load(row[other]) }));

await runSubgraph(
  "schools",
  {
    Query: {
      county: (_: unknown, { code }: { code: string }, { division }: Context) => division.load(code),
      school: (_: unknown, { code }: { code: string }) => schoolByCode(code),
      schools: (_: unknown, { within, on, first }: { within: string; on: string; first: number }) =>
        schoolList(within, on, first),
    },
    County: {
      townships: ({ code }: { code: string }) =>
        prisma.division.findMany({
          where: { parentCode: code, level: "TOWNSHIP", ...inForce(new Date()) },
          orderBy: { code: "asc" },
        }),
    },
    Township: {
      profile: ({ code }: { code: string }, { year, stage = null }: { year: number; stage?: string | null }) => ({
        areaCode: code,
        year,
        stage,
      }),
    },
    AreaProfile: {
      __resolveReference: (key: AreaKey) => key,
      students: async (key: AreaKey, _: unknown, { facts }: Context) =>
        total((await facts.load(key)).columns["students"]),
      classes: async (key: AreaKey, _: unknown, { facts }: Context) =>
        total((await facts.load(key)).columns["classes"]),
      schoolIds: async (key: AreaKey, _: unknown, { facts }: Context) => (await facts.load(key)).schoolIds,
      schoolFacts: (key: AreaKey, _: unknown, { facts }: Context) => facts.load(key),
    },
    School: {
      __resolveReference: ({ id }: School, { school }: Context) => school.load(id),
      code: async ({ id }: School, _: unknown, { identifiers }: Context) => {
        const codes = (await identifiers.load(id)).filter(({ scheme }) => scheme === "MOE_SCHOOL_CODE");
        return (codes.find(({ validTo }) => validTo === null) ?? codes.at(-1))?.value ?? null;
      },
      type: ({ typeCode }: School) => ({ code: typeCode, label: SCHOOL_TYPES[typeCode] ?? typeCode }),
      openedOn: ({ openedOn }: School) => dayText(openedOn),
      closedOn: ({ closedOn }: School) => dayText(closedOn),
      township: async ({ id }: School, { on = null }: { on?: string | null }, context: Context) => {
        const link = linkOn(await context.divisions.load(id), on);
        const division = link === undefined ? null : await context.division.load(link.divisionCode);
        return division?.level === "TOWNSHIP" ? division : null;
      },
      authority: async ({ id }: School, { on = null }: { on?: string | null }, context: Context) => {
        const link = linkOn(await context.authorities.load(id), on);
        return link === undefined ? null : context.authority.load(link.authorityId);
      },
      predecessors: ({ id }: School, _: unknown, context: Context) =>
        successionsOf(context.predecessors.load(id), "predecessorId", context),
      successors: ({ id }: School, _: unknown, context: Context) =>
        successionsOf(context.successors.load(id), "successorId", context),
      provenance: ({ origin, document, documentLine }: School) => ({ origin, document, line: documentLine }),
      profile: ({ id }: School, { year }: { year: number }) => ({ schoolId: id, year }),
      events: async ({ id }: School, _: unknown, { events }: Context) =>
        (await events.load(id)).map((event) => ({ ...event, date: dayText(event.date) })),
      statements: ({ id }: School, _: unknown, { statements }: Context) => statements.load(id),
    },
    SchoolProfile: {
      __resolveReference: (key: SchoolYearArgs) => key,
      students: (key: SchoolYearArgs, _: unknown, context: Context) => profileTotal(key, context, "students"),
      classes: (key: SchoolYearArgs, _: unknown, context: Context) => profileTotal(key, context, "classes"),
      stages: (key: SchoolYearArgs, _: unknown, { stages }: Context) => stages.load(key),
    },
  },
  createContext,
);
