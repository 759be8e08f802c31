import type { CareerInput } from "./career-input.js";
import { pickUnit } from "./recruitment.js";
import { leave } from "./staff-member.js";

/** Retired teachers and teachers of other counties who come to rural schools for one school year. */
export function inviteGuests({ plan, units, needs, calibration, office }: CareerInput): void {
  const random = plan.random("personnel/guests");
  for (const { year, channel, count } of calibration.guests) {
    const need = needs.get(year);
    const hosts = units.filter(
      (unit) =>
        unit.isPublic && unit.isRural && (unit.stage === "PRIMARY" || unit.stage === "JUNIOR") && need?.has(unit.key),
    );
    for (let guest = 0; guest < count; guest += 1) {
      const unit = pickUnit(hosts, random, (host) => need?.get(host.key) ?? 0);
      const age = channel === "SILVER_AGE" ? random.whole(60, 65) : random.whole(28, 46);
      const member = office.hire({ unit, role: "TEACHER", channel, year, age, hiredOn: `${year}-08-25` });
      leave(member, `${year + 1}-07-20`, "TERM_ENDED");
    }
  }
}
