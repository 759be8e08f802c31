import { allocate } from "../plan/allocate.js";
import type { CareerInput } from "./career-input.js";
import { spellOn, type Detachment, type StaffMember } from "./staff-member.js";
import type { TeachingUnit } from "./units.js";

/** Lends teachers for support teaching and rotation; nobody is lent twice in a lending's time. */
export function lendTeachers(input: CareerInput): void {
  sendToSupport(input);
  rotate(input);
}

/** Urban teachers teach at rural schools for one school year. */
function sendToSupport(input: CareerInput): void {
  const { plan, units, calibration, office } = input;
  const random = plan.random("personnel/support-teaching");
  for (const { year, count } of calibration.supportTeaching) {
    const lending = { from: `${year}-08-25`, to: `${year + 1}-07-15` };
    const hosts = units.filter((unit) => unit.isPublic && unit.isRural && isTeaching(input, unit, year));
    const candidates = random
      .shuffle(lendable(office.members, lending))
      .filter((member) => member.detachments.length === 0 && spellOn(member, lending.from)?.unit.isRural === false);
    for (const member of candidates.slice(0, count)) {
      const home = spellOn(member, lending.from)?.unit;
      const sameStage = hosts.filter((unit) => unit.stage === home?.stage);
      const unit = random.pick(sameStage.length > 0 ? sameStage : hosts);
      member.detachments.push({ unit, kind: "SUPPORT_TEACHING", ...lending });
    }
  }
}

/** Teachers of one stage change places in a ring, so that schools keep about as many as they need. */
function rotate(input: CareerInput): void {
  const { plan, units, calibration, office } = input;
  const random = plan.random("personnel/rotations");
  for (const year of plan.years) {
    const lending = { from: `${year}-08-25`, to: `${year + (random.next() < 0.5 ? 1 : 2)}-07-15` };
    const candidates = lendable(office.members, lending).filter((member) => {
      const home = spellOn(member, lending.from)?.unit;
      return home !== undefined && home.isPublic && (home.stage === "PRIMARY" || home.stage === "JUNIOR");
    });
    const byStage = [...Map.groupBy(candidates, (member) => spellOn(member, lending.from)?.unit.stage).values()].filter(
      (group) => new Set(group.map((member) => homeOf(member, lending.from)?.school.id)).size > 2,
    );
    const stated = calibration.rotations.find((line) => line.year === year)?.count;
    const all = byStage.reduce((sum, group) => sum + group.length, 0);
    const total = stated ?? Math.round(all * calibration.rotationShare);
    const parts = allocate(
      total,
      byStage.map((group) => group.length),
    );
    // A host that closes within two years takes nobody.
    const hosts = new Set(units.filter((unit) => [year, year + 1].every((census) => isTeaching(input, unit, census))));
    byStage.forEach((group, index) => {
      const ring = random.shuffle(group).slice(0, parts[index] ?? 0);
      sendRound(ring, group, lending, hosts);
    });
  }
}

function sendRound(
  ring: readonly StaffMember[],
  group: readonly StaffMember[],
  lending: Pick<Detachment, "from" | "to">,
  hosts: ReadonlySet<TeachingUnit>,
): void {
  const homes = ring.map((member) => homeOf(member, lending.from));
  const everywhere = group.map((member) => homeOf(member, lending.from));
  ring.forEach((member, index) => {
    const others = [...homes.slice(index + 1), ...homes.slice(0, index), ...everywhere];
    const unit = others.find(
      (candidate) => candidate !== undefined && hosts.has(candidate) && candidate.school.id !== homes[index]?.school.id,
    );
    if (unit !== undefined) member.detachments.push({ unit, kind: "ROTATION", ...lending });
  });
}

const homeOf = (member: StaffMember, day: string): TeachingUnit | undefined => spellOn(member, day)?.unit;

/** Permanent teachers with some experience whose post lasts for the whole lending and who are not lent in it already. */
function lendable(members: readonly StaffMember[], { from, to }: Pick<Detachment, "from" | "to">): StaffMember[] {
  const experienced = `${Number(from.slice(0, 4)) - 1}-01-01`;
  return members.filter((member) => {
    const spell = spellOn(member, from);
    return (
      member.role === "TEACHER" &&
      member.employment === "PERMANENT" &&
      member.hiredOn < experienced &&
      spell !== undefined &&
      (spell.to === null || spell.to >= to) &&
      !member.detachments.some((other) => other.from < to && other.to > from)
    );
  });
}

/** The first census stands for the years before it, the last for those after. */
function isTeaching({ plan, needs }: CareerInput, unit: TeachingUnit, year: number): boolean {
  const census = Math.min(Math.max(year, plan.years[0] ?? year), plan.years.at(-1) ?? year);
  return needs.get(census)?.has(unit.key) ?? false;
}
