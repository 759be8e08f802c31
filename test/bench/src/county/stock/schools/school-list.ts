import { inForce } from "../batch.js";
import { isOpen, prisma, type School } from "./database.js";

/** The link in force on a day; without a day the one in force now, else the last. */
export function linkOn<Link extends { validFrom: Date; validTo: Date | null }>(
  links: readonly Link[],
  on: string | null,
) {
  if (on === null) return links.find(({ validTo }) => validTo === null) ?? links.at(-1);
  const day = new Date(`${on}T00:00:00Z`);
  return links.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
}

/** A school by any code it bears or bore. */
export async function schoolByCode(code: string): Promise<School | null> {
  const [identifier] = await prisma.schoolIdentifier.findMany({
    where: { value: code },
    orderBy: { validFrom: "desc" },
    take: 1,
  });
  return identifier === undefined ? null : prisma.school.findUnique({ where: { id: identifier.schoolId } });
}

/** A page of the schools open in an area on a day. */
export async function schoolList(within: string, on: string, first: number): Promise<object> {
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
