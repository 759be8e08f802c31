import { PrismaClient } from "@hub/prisma/schools";
import type { Area } from "../batch.js";
import { databaseAdapter } from "../run-subgraph.js";

export const prisma = new PrismaClient({ adapter: databaseAdapter() });

/** A profile's key. */
export type AreaKey = Omit<Area, "schoolIds">;

/** A school as Prisma gives it. */
export type School = Awaited<ReturnType<typeof prisma.school.findMany>>[number];

/** Prisma's condition for schools open on a day. */
export const isOpen = (day: Date): object => ({
  AND: [
    { OR: [{ openedOn: null }, { openedOn: { lte: day } }] },
    { OR: [{ closedOn: null }, { closedOn: { gt: day } }] },
  ],
});
