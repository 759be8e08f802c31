import type { StageName } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { RegisterPlan, RegisterSchool } from "../plan/index.js";
import { createRandom } from "../random.js";
import {
  compliantSince,
  perStudent,
  recordingSchools,
  statedAreas,
  statedPerStudent,
  wholeItems,
} from "./calibration/conditions.js";
import { synthetic } from "./provenance.js";
import { valueInYear } from "./year-value.js";

/** A school's stage in a year, with what its conditions follow from. */
interface Place {
  readonly school: RegisterSchool;
  readonly stage: StageName;
  readonly students: number;
  readonly classes: number;
  /** Students the premises were built for. */
  readonly builtFor: number;
}

/** Rows of `school_condition`; a school without a return reports none. */
export function* conditionRows(plan: RegisterPlan) {
  for (const year of plan.years) {
    const places = placesOf(plan, year);
    for (const [item, quantities] of [...perStudentItems(plan, year, places), ...roomItems(plan, year, places)]) {
      for (const [index, { school, stage }] of places.entries()) {
        const quantity = quantities[index] ?? null;
        if (quantity === null) continue;
        yield {
          schoolId: school.id,
          countyCode: plan.code,
          year,
          stage,
          item,
          quantity: quantity.toFixed(2),
          origin: synthetic.origin,
        };
      }
    }
  }
}

function placesOf(plan: RegisterPlan, year: number): readonly Place[] {
  return plan.schools
    .filter((school) => school.filedReturn(year))
    .flatMap((school) =>
      school.stages.map((stage) => {
        const students = school.students(year, stage);
        const builtFor = school.students(plan.blueprint.baseYear, stage) || students;
        return { school, stage, students, classes: school.classes(year, stage).length, builtFor };
      }),
    )
    .filter(({ students }) => students > 0);
}

function* perStudentItems(
  plan: RegisterPlan,
  year: number,
  places: readonly Place[],
): Generator<readonly [string, readonly (number | null)[]]> {
  for (const [item, amounts] of Object.entries(perStudent)) {
    const quantities = places.map(({ school, stage, builtFor }) => {
      const amount = amounts[stage];
      if (amount === undefined) return null;
      const stated = statedAreas[school.namedId ?? ""]?.[item];
      if (stated !== undefined) return stated;
      // Premises and stocks differ between schools and grow a little every year.
      const own = 0.8 + 0.45 * createRandom(`${school.id}/${item}`).next();
      const quantity = amount * own * builtFor * 1.015 ** (year - plan.blueprint.baseYear);
      return wholeItems.includes(item) ? Math.round(quantity) : quantity;
    });
    for (const stated of (statedPerStudent[plan.code] ?? []).filter(
      (entry) => entry.item === item && entry.year === year,
    )) {
      const ofStage = places.map(({ stage }) => stage === stated.stage);
      const students = places.reduce((sum, place, index) => sum + (ofStage[index] === true ? place.students : 0), 0);
      const parts = allocate(
        Math.round(students * stated.amount),
        quantities.map((quantity, index) => (ofStage[index] === true ? (quantity ?? 0) : 0)),
      );
      parts.forEach((part, index) => {
        if (ofStage[index] === true) quantities[index] = part;
      });
    }
    yield [item, quantities];
  }
}

function* roomItems(
  plan: RegisterPlan,
  year: number,
  places: readonly Place[],
): Generator<readonly [string, readonly (number | null)[]]> {
  const compliant = year >= (compliantSince[plan.code] ?? Number.POSITIVE_INFINITY);
  const share = ({ school }: Place, item: string, least: number) =>
    least + (1 - least) * createRandom(`${school.id}/${item}`).next();
  const taught = places.map(({ stage }) => stage !== "PRESCHOOL");
  const each = (quantity: (place: Place) => number) =>
    places.map((place, index) => (taught[index] === true ? Math.round(quantity(place)) : null));

  yield ["CLASSROOMS", each(({ classes }) => classes * 1.1)];
  yield [
    "LIGHTING_COMPLIANT_ROOMS",
    each((place) => Math.round(place.classes * 1.1) * (compliant ? 1 : share(place, "light", 0.7))),
  ];
  yield [
    "DAYLIGHTING_COMPLIANT_ROOMS",
    each((place) => Math.round(place.classes * 1.1) * (compliant ? 1 : share(place, "daylight", 0.85))),
  ];
  yield ["DESK_CHAIR_SETS", each((place) => place.students * (compliant ? 1.03 : share(place, "desks", 0.92) * 1.05))];
  yield ["MULTIMEDIA_ROOMS", each((place) => place.classes * share(place, "multimedia", 0.75))];
  yield ["MUSIC_ROOMS", each(({ classes }) => Math.max(1, classes / 14))];
  yield ["ART_ROOMS", each(({ classes }) => Math.max(1, classes / 15))];
  yield ["CAMERAS", places.map((place) => Math.round(8 + place.classes * 1.4 * share(place, "cameras", 0.8)))];
  yield ["RECORDING_ROOMS", recordingRooms(plan, year, places)];
}

// The largest schools got recording rooms first, one each.
function recordingRooms(plan: RegisterPlan, year: number, places: readonly Place[]): readonly (number | null)[] {
  const first = places.map(({ school, stage }) => stage !== "PRESCHOOL" && school.stages[0] === stage);
  const size = ({ school }: Place) => school.stages.reduce((sum, stage) => sum + school.students(year, stage), 0);
  const schools = places.filter((_, index) => first[index] === true);
  const count = valueInYear(recordingSchools[plan.code] ?? {}, year) ?? Math.ceil(schools.length * 0.2);
  const equipped = new Set([...schools].sort((left, right) => size(right) - size(left)).slice(0, count));
  return places.map((place, index) => (first[index] === true ? Number(equipped.has(place)) : null));
}
