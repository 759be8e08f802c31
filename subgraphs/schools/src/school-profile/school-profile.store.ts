import type { Reads } from "@hub/kit";

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
  stages(keys: readonly SchoolYearKey[]): Promise<readonly StageCountRow[]>;
}

const STAGES = /* sql */ `
  select filed.school_id, filed.year, class_group.stage::text,
    coalesce(sum(class_group.students), 0)::int as students,
    count(class_group.school_id)::int as classes,
    coalesce(max(class_group.students), 0)::int as "largestClass"
  from unnest($1::text[], $2::int[]) as key(school_id, year)
  join school_return filed on filed.school_id = key.school_id and filed.year = key.year
  left join class_group on class_group.school_id = key.school_id and class_group.year = key.year
  group by filed.school_id, filed.year, class_group.stage
  order by class_group.stage
`;

/** Classes and students of schools by year. */
export function createSchoolProfileStore(reads: Reads): SchoolProfileStore {
  return {
    async stages(keys) {
      const values = [keys.map((key) => key.schoolId), keys.map((key) => key.year)];
      const { rows } = await reads.query<StageCountRow>({ name: "schools.stages", text: STAGES, values });
      return rows;
    },
  };
}
