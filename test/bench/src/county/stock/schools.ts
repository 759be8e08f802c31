import { SCHOOL_TYPES } from "../school-types.js";
import { dayText, inForce } from "./batch.js";
import { type FundedOverdueQuestion, fundedOverdueId } from "@hub/schema";
import { runSubgraph } from "./run-subgraph.js";
import { createContext, type Context } from "./schools/context.js";
import { prisma, type AreaKey, type School } from "./schools/database.js";
import { linkOn, schoolByCode, schoolList } from "./schools/school-list.js";

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
      fundedOverdue: ({ code }: { code: string }, { stage = null, on, paidFrom, paidTo }: FundedOverdueQuestion) => {
        const economicClasses = ["CAPITAL", "AID", "SUBSIDY"];
        const rest = { when: "ON_DATE" as const, economicClasses, programmes: null, severities: null };
        return { id: fundedOverdueId({ areaCode: code, stage, on, paidFrom, paidTo, ...rest }) };
      },
    },
    Township: {
      profile: ({ code }: { code: string }, { year, stage = null }: { year: number; stage?: string | null }) => ({
        areaCode: code,
        year,
        stage,
      }),
    },
    FundedOverdue: {
      __resolveReference: (key: { id: string }) => key,
      schoolIds: async ({ id }: { id: string }, _: unknown, { areaSchools }: Context) =>
        (await areaSchools.load(id)).map((school) => school.id),
      schoolNames: async ({ id }: { id: string }, _: unknown, { areaSchools }: Context) => {
        const schools = await areaSchools.load(id);
        return { name: schools.map(({ name }) => name), closedOn: schools.map(({ closedOn }) => dayText(closedOn)) };
      },
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
