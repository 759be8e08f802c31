import { factsOfKeys, schoolsAndYears, type Reads, type SchoolYear } from "@hub/kit";

/** Somebody with several assignments at one time: the person's id, then 1 or 0 as teacher, permanent staff, staff. */
export type SharedStaff = readonly [personId: string, teachers: number, permanentStaff: number, staff: number];

/**
 * The staff of schools on 1 September, by column: one slot a school and year, in the order asked.
 *
 * `teachers`, `permanentStaff` and `staff` count the people with a single assignment; those with several are listed in
 * each place, so that an area counts them once. The work of both is in `teacherFte`.
 */
export interface StaffColumns {
  readonly filed: readonly boolean[];
  /** Of the return; null when none was filed. */
  readonly origin: readonly (string | null)[];
  /** Of all stages; null when no quota is known. */
  readonly approvedPosts: readonly (number | null)[];
  readonly teachers: readonly number[];
  readonly permanentStaff: readonly number[];
  readonly staff: readonly number[];
  readonly teacherFte: readonly number[];
  readonly shared: readonly (readonly SharedStaff[] | null)[];
}

export interface StaffCountStore {
  /** Slots of the schools and years, of one stage or, for null, of all. One database query. */
  counts(keys: readonly SchoolYear[], stage: string | null): Promise<StaffColumns>;
}

type StageFacts = readonly [
  stage: string,
  teachers: number,
  permanentStaff: number,
  staff: number,
  teacherFte: number,
  shared: readonly SharedStaff[],
];

type StaffFacts = readonly [
  schoolId: string,
  year: number,
  origin: string | null,
  posts: number | null,
  stages: readonly StageFacts[],
];

// The summary is kept equal to the records by the database.
const FACTS = /* sql */ `
  select string_agg(facts, ',') as facts from hub_summary.staff_facts
  where year = any ($2::int[]) and school_id = any ($1::text[])
`;

/** Counts of staff. */
export function createStaffCountStore(reads: Reads): StaffCountStore {
  return {
    async counts(keys, stage) {
      const query = { name: "personnel.staffFacts", text: FACTS, values: schoolsAndYears(keys), onlyText: "facts" };
      const { rows } = await reads.query<{ readonly facts: string | null }>(query);
      return columnsOf(factsOfKeys<StaffFacts>(keys, rows[0]?.facts ?? null), stage);
    },
  };
}

function columnsOf(slots: readonly (StaffFacts | undefined)[], stage: string | null): StaffColumns {
  const taught = slots.map((facts) => (facts?.[4] ?? []).filter((one) => stage === null || one[0] === stage));
  const sums = (place: 1 | 2 | 3 | 4) => taught.map((stages) => stages.reduce((sum, one) => sum + one[place], 0));
  return {
    filed: slots.map((facts) => typeof facts?.[2] === "string"),
    origin: slots.map((facts) => facts?.[2] ?? null),
    approvedPosts: slots.map((facts) => facts?.[3] ?? null),
    teachers: sums(1),
    permanentStaff: sums(2),
    staff: sums(3),
    teacherFte: sums(4),
    shared: taught.map((stages) => stages.flatMap((one) => one[5])),
  };
}
