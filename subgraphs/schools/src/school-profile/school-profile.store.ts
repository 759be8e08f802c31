import { schoolsAndYears, type Reads } from "@hub/kit";
import { stagesTaught, type ReturnFacts } from "./return-facts.js";

/** A school in an academic year. */
export interface SchoolYearKey {
  readonly schoolId: string;
  readonly year: number;
}

/** One stage of one school and year; a return without classes has one row with a null stage. */
export interface StageCountRow {
  readonly school_id: string;
  readonly year: number;
  readonly stage: string | null;
  readonly students: number;
  readonly classes: number;
  readonly largestClass: number;
}

export interface SchoolProfileStore {
  /** Returns filed by the schools in the years of the keys, whichever belongs to which. One database query. */
  stages(keys: readonly SchoolYearKey[]): Promise<readonly StageCountRow[]>;
}

// The summary is kept equal to the records by the database.
const RETURNS = /* sql */ `
  select school_id, year, facts from hub_summary.return_facts
  where year = any ($2::int[]) and school_id = any ($1::text[])
`;

interface Row {
  readonly school_id: string;
  readonly year: number;
  readonly facts: string;
}

const NO_CLASSES = { stage: null, students: 0, classes: 0, largestClass: 0 };

/** Classes and students of schools by year. */
export function createSchoolProfileStore(reads: Reads): SchoolProfileStore {
  return {
    async stages(keys) {
      const query = { name: "schools.returns", text: RETURNS, values: schoolsAndYears(keys) };
      const { rows } = await reads.query<Row>(query);
      return rows.flatMap(({ school_id, year, facts }) => {
        const stages = stagesTaught(JSON.parse(facts) as ReturnFacts);
        return (stages.length === 0 ? [NO_CLASSES] : stages).map((stage) => ({ school_id, year, ...stage }));
      });
    },
  };
}
