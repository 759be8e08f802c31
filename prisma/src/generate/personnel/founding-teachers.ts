import type { Random } from "../random.js";
import { isFixed } from "./calibrations/calibration.js";
import type { CareerInput, Roster } from "./career-input.js";
import { candidatesFor, pickUnit, usualChannel } from "./recruitment.js";
import type { TeachingUnit } from "./units.js";
import type { StaffMember } from "./staff-member.js";

/** Share of public teachers recruited in each year just before the first census, where no document counts them. */
const usualIntake = 0.024;

/** The teachers of the first census: the recruits of that year and the two before, and for the rest veterans. */
export function foundTeachers(input: CareerInput, roster: Roster, random: Random): void {
  const { plan, units, needs, calibration, office } = input;
  const firstYear = plan.years[0] ?? 0;
  const need = needs.get(firstYear) ?? new Map<string, number>();
  const recentYears = [firstYear - 2, firstYear - 1, firstYear];
  const vacant = (unit: TeachingUnit) => Math.max((need.get(unit.key) ?? 0) - (roster.get(unit.key)?.length ?? 0), 0);
  const enter = (unit: TeachingUnit, member: StaffMember) => roster.get(unit.key)?.push(member);

  for (const line of calibration.recruitments.filter((candidate) => recentYears.includes(candidate.year))) {
    for (let index = 0; index < line.count; index += 1) {
      const open = candidatesFor(line, index, units, need).filter((unit) => vacant(unit) > 0);
      const unit = pickUnit(open, random, vacant);
      enter(unit, office.recruit(unit, line.channel, line.year));
    }
  }
  const freeYears = recentYears.filter((year) => !isFixed(calibration.recruitmentsFixed, year));
  for (const unit of units) {
    while (vacant(unit) > 0) {
      const isRecent = unit.isPublic && freeYears.length > 0 && random.next() < usualIntake * freeYears.length;
      const year = isRecent ? random.pick(freeYears) : firstYear;
      enter(
        unit,
        isRecent ? office.recruit(unit, usualChannel(calibration, unit, year, random), year) : office.veteran(unit),
      );
    }
  }
  transferToRural(input, roster, random);
}

/** Gives rural veterans an urban post they held until they were transferred. */
function transferToRural({ plan, units, needs, calibration }: CareerInput, roster: Roster, random: Random): void {
  const firstYear = plan.years[0] ?? 0;
  const urban = units.filter((unit) => unit.isPublic && !unit.isRural && needs.get(firstYear)?.has(unit.key));
  const candidates = random.shuffle(
    units
      .filter((unit) => unit.isPublic && unit.isRural && unit.school.openedOn === null)
      .flatMap((unit) => roster.get(unit.key) ?? [])
      .filter((member) => member.hiredOn < `${firstYear - 2}-01-01`),
  );
  for (const { year, count } of calibration.transfers) {
    for (const member of candidates.splice(0, count)) {
      const [held] = member.spells;
      if (held === undefined) continue;
      const sameStage = urban.filter((unit) => unit.stage === held.unit.stage);
      const on = `${year}-08-01`;
      member.spells.splice(
        0,
        1,
        { unit: random.pick(sameStage.length > 0 ? sameStage : urban), kind: "POST", from: held.from, to: on },
        { unit: held.unit, kind: "TRANSFER", from: on, to: held.to },
      );
      member.hiredToRural = false;
    }
  }
}
