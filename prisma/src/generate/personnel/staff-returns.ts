import type { CareerInput } from "./career-input.js";

/**
 * Census years in which one school of a county files no staff return: its staff are then unknown, not zero.
 * None is a year a document counts the teachers of.
 */
const unfiled: Readonly<Record<string, number>> = {
  "220622": 2019,
  "441523": 2021,
  "140426": 2019,
  "610526": 2022,
  "220503": 2018,
};

/** The rows of `staff_return`. */
export function* staffReturnRows({ plan, units }: CareerInput) {
  const random = plan.random("personnel/returns");
  const schools = Map.groupBy(units, (unit) => unit.school);
  const year = unfiled[plan.code];
  // An unnamed village primary school: no statement of a document is about it.
  const silent = [...schools.keys()].filter(
    (school) => school.namedId === null && school.typeCode === "211" && school.urbanRural === "RURAL",
  );
  const missing = year === undefined || silent.length === 0 ? null : random.pick(silent).id;
  for (const [school, own] of schools) {
    for (const census of plan.years) {
      if (!own.some((unit) => unit.classSizes(census).length > 0)) continue;
      if (school.id === missing && census === year) continue;
      yield {
        schoolId: school.id,
        year: census,
        filedOn: `${census}-${random.pick(["09-20", "09-24", "09-28", "10-09"])}`,
        origin: "SYNTHETIC",
      };
    }
  }
}
