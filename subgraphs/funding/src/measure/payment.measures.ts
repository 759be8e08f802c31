import type { MeasureDefinition } from "@hub/kit";

const DIMENSIONS = ["programme", "purpose", "stage", "ownership", "level", "economic_class"] as const;

const GROUPED = /* sql */ `county_code, year, programme, purpose, stage, ownership, level, economic_class`;

const PAID = /* sql */ `
  select county_code, extract(year from paid_on)::int as year, programme, purpose, stage::text as stage, ownership,
    source_level::text as level, economic_class, school_id, amount, person_times
  from payment
`;

const YEARS = /* sql */ `year as year_from, year as year_to`;

/** Sums over payments by programme, purpose and calendar year. */
export const paymentMeasures: readonly MeasureDefinition[] = [
  {
    name: "paid",
    unit: "yuan",
    dimensions: DIMENSIONS,
    sql: /* sql */ `select ${GROUPED}, ${YEARS}, sum(amount) as value from (${PAID}) as paid group by ${GROUPED}`,
  },
  {
    name: "paid_person_times",
    unit: "person_times",
    dimensions: DIMENSIONS,
    sql: /* sql */ `
      select ${GROUPED}, ${YEARS}, sum(person_times) as value
      from (${PAID}) as paid
      where person_times is not null
      group by ${GROUPED}
    `,
  },
  {
    // Distinct schools of one calendar year: the years of a longer period must not be added up.
    name: "paid_schools",
    unit: "schools",
    dimensions: DIMENSIONS,
    sql: /* sql */ `
      select ${GROUPED}, ${YEARS}, count(distinct school_id) as value
      from (${PAID}) as paid
      where school_id is not null
      group by ${GROUPED}
    `,
  },
];
