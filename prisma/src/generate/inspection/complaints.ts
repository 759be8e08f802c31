import type { CountyPlan, PlannedSchool } from "../county-plan.js";
import { allocate } from "../plan/allocate.js";
import type { Random } from "../random.js";
import { dayIn, daysLater } from "./calendar.js";
import { inspectionCalibrationOf, type ComplaintChannel } from "./calibration.js";

const channels: readonly ComplaintChannel[] = ["ONLINE_MESSAGE", "HOTLINE_12345", "PETITION_OFFICE", "VISIT"];
const topics = [
  "FEES",
  "ENROLMENT",
  "HOMEWORK_LOAD",
  "STAFF_CONDUCT",
  "FOOD",
  "SAFETY",
  "TRAINING_INSTITUTION",
  "STAFF_PAY",
];

/** Complaints per thousand students and year, by channel. */
const usual: Readonly<Record<ComplaintChannel, number>> = {
  ONLINE_MESSAGE: 1.2,
  HOTLINE_12345: 3.5,
  PETITION_OFFICE: 0.5,
  VISIT: 0.9,
};

/** The rows of `complaint`: each is closed in the year it is received in, except a few of the last year. */
export function* complaintRows(plan: CountyPlan) {
  const random = plan.random("inspection/complaints");
  const stated = inspectionCalibrationOf(plan.code).complaints;
  const lastYear = plan.years.at(-1);
  for (const year of plan.years) {
    const sizes = plan.schools.map((school) => studentsOf(school, year));
    const students = sizes.reduce((sum, size) => sum + size, 0);
    for (const channel of channels) {
      const line = stated.find((candidate) => candidate.channel === channel && candidate.year === year);
      const count = line?.count ?? Math.round((students / 1000) * usual[channel] * (0.8 + 0.4 * random.next()));
      const isGroup = channel === "PETITION_OFFICE" || channel === "VISIT";
      const persons = allocate(
        line?.persons ?? (line === undefined && isGroup ? count * 2 : count),
        Array<number>(count).fill(1),
      );
      for (let index = 0; index < count; index += 1) {
        const receivedOn = dayIn(random, year, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        const isOpen = year === lastYear && line === undefined && random.next() < 0.12;
        const closedOn = [daysLater(receivedOn, random.whole(3, 60)), `${year}-12-30`].toSorted()[0];
        yield {
          id: `${plan.code}-C-${channel}-${year}-${index + 1}`,
          countyCode: plan.code,
          schoolId: random.next() < 0.7 ? pickSchool(plan, sizes, random) : null,
          channel,
          topic: random.pick(topics),
          persons: persons[index] ?? 1,
          receivedOn,
          closedOn: isOpen ? null : closedOn,
          origin: "SYNTHETIC",
        };
      }
    }
  }
}

function pickSchool(plan: CountyPlan, sizes: readonly number[], random: Random): string | null {
  let left = random.next() * sizes.reduce((sum, size) => sum + size, 0);
  const index = sizes.findIndex((size) => (left -= size) < 0);
  return plan.schools[index]?.id ?? null;
}

function studentsOf(school: PlannedSchool, year: number): number {
  return school.stages.flatMap((stage) => school.classes(year, stage)).reduce((sum, group) => sum + group.students, 0);
}
