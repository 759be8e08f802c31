import type { Random } from "../random.js";
import type { CareerInput, Roster } from "./career-input.js";
import { isFixed } from "./calibrations/calibration.js";
import { foundTeachers } from "./founding-teachers.js";
import { retirementAge } from "./profile.js";
import { endOfWork, leave, move } from "./staff-member.js";
import type { StaffingNeed } from "./staffing-need.js";
import { placeRecruits, usualChannel } from "./recruitment.js";
import type { TeachingUnit } from "./units.js";

/**
 * Lives the careers of a county's teachers, census by census: every unit has exactly the teachers it needs,
 * those a document says were recruited are, and the rest retire, move or are hired by the school itself.
 */
export function liveTeacherCareers(input: CareerInput): void {
  const { plan, units, needs } = input;
  const random = plan.random("personnel/careers");
  const roster: Roster = new Map(units.map((unit) => [unit.key, []]));
  const [firstYear, ...laterYears] = plan.years;
  if (firstYear === undefined) return;

  foundTeachers(input, roster, random);
  for (const year of laterYears) {
    const need = needs.get(year) ?? new Map<string, number>();
    retire(roster, year, random);
    moveSurplus(input, roster, { year, need });
    placeRecruits(input, roster, { year, need, random });
    dropSurplus(input, roster, { year, need });
    for (const unit of units) {
      const held = roster.get(unit.key) ?? [];
      while (held.length < (need.get(unit.key) ?? 0)) {
        const channel = usualChannel(input.calibration, unit, year, random);
        held.push(input.office.recruit(unit, channel, year));
      }
    }
  }
}

/** The old retire; a few others go for reasons of their own. */
function retire(roster: Roster, year: number, random: Random): void {
  for (const [key, held] of roster) {
    const staying = held.filter((member) => {
      const isOld = year - member.birthYear >= retirementAge(member.sex);
      const resigns = !isOld && random.next() < 0.007;
      if (isOld || resigns) leave(member, endOfWork(year), isOld ? "RETIRED" : "RESIGNED");
      return !isOld && !resigns;
    });
    roster.set(key, staying);
  }
}

interface YearNeed {
  readonly year: number;
  readonly need: StaffingNeed;
}

/** Public units with too many teachers send them to those of the same stage with too few. */
function moveSurplus({ units, calibration }: CareerInput, roster: Roster, { year, need }: YearNeed): void {
  const balance = (unit: TeachingUnit) => (roster.get(unit.key)?.length ?? 0) - (need.get(unit.key) ?? 0);
  for (const group of Map.groupBy(
    units.filter((unit) => unit.isPublic),
    (unit) => unit.stage,
  ).values()) {
    for (const source of group) {
      for (const target of group) {
        const isTransfer = !source.isRural && target.isRural;
        if (isTransfer && isFixed(calibration.transfersFixed, year)) continue;
        const held = roster.get(source.key) ?? [];
        for (let left = Math.min(balance(source), -balance(target)); left > 0; left -= 1) {
          const youngest = held.reduce((best, member) => (member.birthYear > best.birthYear ? member : best));
          held.splice(held.indexOf(youngest), 1);
          const opened = target.school.openedOn ?? "";
          const on = opened > endOfWork(year) ? opened : endOfWork(year);
          move(youngest, target, { on, kind: isTransfer ? "TRANSFER" : "POST" });
          roster.get(target.key)?.push(youngest);
        }
      }
    }
  }
}

/** Whoever is still too many goes, newcomers excepted: the oldest into early retirement. */
function dropSurplus({ units }: CareerInput, roster: Roster, { year, need }: YearNeed): void {
  for (const unit of units) {
    const held = (roster.get(unit.key) ?? []).sort((left, right) => right.birthYear - left.birthYear);
    while (held.length > (need.get(unit.key) ?? 0)) {
      const index = held.findLastIndex((member) => (member.spells.at(-1)?.from ?? "") < endOfWork(year));
      if (index < 0) break;
      const [oldest] = held.splice(index, 1);
      if (oldest !== undefined) leave(oldest, endOfWork(year), year - oldest.birthYear >= 50 ? "RETIRED" : "RESIGNED");
    }
  }
}
