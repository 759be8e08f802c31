import type { MeasureDefinition } from "@hub/kit";

const TRAINING_GROUPED = /* sql */ `county_code, year, split_part(course, ':', 1), level, audience, stage`;

const TRAINING_COLUMNS = /* sql */ `
  county_code, year as year_from, year as year_to, split_part(course, ':', 1) as programme, level, audience,
  stage::text as stage
`;

const TRAINING_DIMENSIONS = ["programme", "level", "audience", "stage"] as const;

/** Counts over training, research and the office's activities. */
export const developmentMeasures: readonly MeasureDefinition[] = [
  {
    name: "training_attendances",
    unit: "person_times",
    dimensions: TRAINING_DIMENSIONS,
    sql: /* sql */ `
      select ${TRAINING_COLUMNS}, sum(attendances) as value from training_attendance group by ${TRAINING_GROUPED}
    `,
  },
  {
    // Distinct people of one course and year: over several courses or years somebody may count more than once.
    name: "training_people",
    unit: "persons",
    dimensions: TRAINING_DIMENSIONS,
    sql: /* sql */ `
      select ${TRAINING_COLUMNS}, sum(persons) as value from training_attendance group by ${TRAINING_GROUPED}
    `,
  },
  {
    name: "training_courses",
    unit: "items",
    dimensions: TRAINING_DIMENSIONS,
    sql: /* sql */ `
      select ${TRAINING_COLUMNS}, count(distinct course) as value from training_attendance group by ${TRAINING_GROUPED}
    `,
  },
  {
    name: "research_projects",
    unit: "items",
    dimensions: ["level", "kind", "result"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, level, kind, result, count(*) as value
      from research_project
      group by county_code, year, level, kind, result
    `,
  },
  {
    // Distinct teachers of each project: within one kind and year a teacher takes part in one.
    name: "research_participants",
    unit: "persons",
    dimensions: ["level", "kind"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, level, kind, sum(participants) as value
      from research_project
      group by county_code, year, level, kind
    `,
  },
  {
    name: "personnel_activities",
    unit: "items",
    dimensions: ["kind"],
    sql: /* sql */ `
      select county_code, extract(year from date)::int as year_from, extract(year from date)::int as year_to, kind,
        sum(quantity) as value
      from personnel_activity
      group by county_code, extract(year from date), kind
    `,
  },
];
