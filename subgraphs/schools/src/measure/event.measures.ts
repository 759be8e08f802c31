import type { MeasureDefinition } from "@hub/kit";

/** What happened to schools, by the calendar year it happened in. */
export const eventMeasures: readonly MeasureDefinition[] = [
  {
    name: "events",
    unit: "items",
    dimensions: ["kind", "level", "type"],
    sql: /* sql */ `
      select event.county_code, extract(year from event.date)::int as year_from, extract(year from event.date)::int as year_to,
        count(*)::numeric as value, event.kind, event.level, school.type_code as type
      from school_event event
      left join school on school.id = event.school_id
      group by event.county_code, extract(year from event.date), event.kind, event.level, school.type_code
    `,
  },
  {
    name: "schools_merged",
    unit: "schools",
    dimensions: ["type"],
    sql: /* sql */ `
      select school.county_code, extract(year from succession.date)::int as year_from,
        extract(year from succession.date)::int as year_to, count(distinct school.id)::numeric as value, school.type_code as type
      from school_succession succession
      join school on school.id = succession.predecessor_id
      where succession.kind = 'MERGED'
      group by school.county_code, extract(year from succession.date), school.type_code
    `,
  },
];
