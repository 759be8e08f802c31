import type { MeasureDefinition } from "@hub/kit";

/** A calendar year of a date column, as the period of a measure. */
const yearOf = (column: string) => /* sql */ `
  extract(year from ${column})::int as year_from, extract(year from ${column})::int as year_to
`;

/** The measures the inspection records answer for published figures, by calendar year. */
export const measures: readonly MeasureDefinition[] = [
  {
    name: "inspections",
    unit: "items",
    dimensions: ["kind"],
    sql: /* sql */ `
      select county_code, ${yearOf("date")}, kind, count(*) as value
      from inspection
      group by county_code, extract(year from date), kind
    `,
  },
  {
    name: "rectification_tasks",
    unit: "items",
    dimensions: ["item"],
    sql: /* sql */ `
      select f.county_code, ${yearOf("f.found_on")}, f.item, count(*) as value
      from rectification_task t
      join finding f on f.id = t.finding_id
      group by f.county_code, extract(year from f.found_on), f.item
    `,
  },
  {
    name: "institution_events",
    unit: "schools",
    dimensions: ["kind", "institution_kind"],
    sql: /* sql */ `
      select county_code, ${yearOf("date")}, kind, institution_kind, count(*) as value
      from institution_event
      group by county_code, extract(year from date), kind, institution_kind
    `,
  },
  {
    name: "complaints_received",
    unit: "items",
    dimensions: ["channel"],
    sql: /* sql */ `
      select county_code, ${yearOf("received_on")}, channel, count(*) as value
      from complaint
      group by county_code, extract(year from received_on), channel
    `,
  },
  {
    // Everybody behind the complaints closed in the year.
    name: "complaint_people_settled",
    unit: "person_times",
    dimensions: ["channel"],
    sql: /* sql */ `
      select county_code, ${yearOf("closed_on")}, channel, sum(persons) as value
      from complaint
      where closed_on is not null
      group by county_code, extract(year from closed_on), channel
    `,
  },
  {
    name: "inspection_activities",
    unit: "items",
    dimensions: ["kind", "stage"],
    sql: /* sql */ `
      select county_code, ${yearOf("date")}, kind, stage::text as stage, sum(quantity) as value
      from inspection_activity
      group by county_code, extract(year from date), kind, stage
    `,
  },
];
