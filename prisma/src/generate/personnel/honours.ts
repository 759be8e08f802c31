import type { CareerInput } from "./career-input.js";
import type { HonourLine } from "./calibrations/calibration.js";
import { overYears, wholeOf } from "./spread.js";
import { personId } from "./staff-rows.js";
import { spellOn, type StaffMember } from "./staff-member.js";

/** Years a backbone or master teacher's title lasts beyond the calendar year of the grant. */
const titleLasts: Readonly<Record<string, number>> = { BACKBONE: 5, MASTER: 5, SUBJECT_LEADER: 5 };

/** Honours that exclude each other: a teacher has one of a group, so that people can be added up over its kinds and levels. */
const groupOf = (kind: string): string => (kind === "BACKBONE" || kind === "SUBJECT_LEADER" ? "BACKBONE" : kind);

/** The rows of `staff_honour`; nobody gets two honours of one group. */
export function* honourRows(input: CareerInput) {
  const { plan, calibration } = input;
  const random = plan.random("personnel/honours");
  const honoured = new Set<string>();
  let serial = 0;

  for (const line of calibration.honours) {
    for (const { year, count } of overYears(wholeOf(line.count, input), line.years)) {
      const candidates = random
        .shuffle(eligible(input, line, year))
        .filter((member) => !honoured.has(`${groupOf(line.kind)}/${member.serial}`));
      for (const member of fromSchools(candidates, line.schools, year).slice(0, count)) {
        honoured.add(`${groupOf(line.kind)}/${member.serial}`);
        serial += 1;
        const lasts = titleLasts[line.kind];
        yield {
          id: `${plan.code}-H${serial}`,
          personId: personId(plan, member),
          countyCode: plan.code,
          kind: line.kind,
          level: line.level,
          title: line.title ?? null,
          grantedOn: `${year}-06-15`,
          validTo: lasts === undefined ? null : `${year + lasts}-12-31`,
          origin: "SYNTHETIC",
        };
      }
    }
  }
}

/** Permanent teachers with three years of service who stay at least until the end of the year. */
function eligible({ office }: CareerInput, { stages }: HonourLine, year: number): StaffMember[] {
  return office.members.filter((member) => {
    const unit = spellOn(member, `${year}-06-15`)?.unit;
    return (
      unit !== undefined &&
      member.role === "TEACHER" &&
      member.employment === "PERMANENT" &&
      member.hiredOn < `${year - 3}-12-31` &&
      (member.leftOn === null || member.leftOn > `${year}-12-31`) &&
      (stages === undefined || stages.includes(unit.stage))
    );
  });
}

/** Keeps the candidates of the schools that have most of them, with each school represented first. */
function fromSchools(
  candidates: readonly StaffMember[],
  schools: number | undefined,
  year: number,
): readonly StaffMember[] {
  if (schools === undefined) return candidates;
  const bySchool = [...Map.groupBy(candidates, (member) => spellOn(member, `${year}-06-15`)?.unit.school.id).values()];
  const kept = bySchool.sort((left, right) => right.length - left.length).slice(0, schools);
  return [...kept.flatMap((group) => group.slice(0, 1)), ...kept.flatMap((group) => group.slice(1))];
}
