import type { MeasureDefinition } from "@hub/kit";

const GROUPED = /* sql */ `county_code, year, programme, stage, source_level`;

const SELECTED = /* sql */ `
  county_code, year as year_from, year as year_to, programme, stage::text as stage, source_level::text as level
`;

/** The compulsory budget of each county and year. */
const COMPULSORY_BUDGET = /* sql */ `
  select county_code, year, sum(amount) as amount
  from allocation
  where programme = 'EDUCATION_BUDGET' and stage in ('PRIMARY', 'JUNIOR')
  group by county_code, year
`;

/** Sums over allocations by programme, level and calendar year. */
export const allocationMeasures: readonly MeasureDefinition[] = [
  {
    name: "allotted",
    unit: "yuan",
    dimensions: ["programme", "stage", "level"],
    sql: /* sql */ `select ${SELECTED}, sum(amount) as value from allocation group by ${GROUPED}`,
  },
  {
    name: "recipients",
    unit: "persons",
    dimensions: ["programme", "stage", "level"],
    sql: /* sql */ `
      select ${SELECTED}, sum(recipients) as value from allocation where recipients is not null group by ${GROUPED}
    `,
  },
  {
    // A school counts once, in the first year of the programme there.
    name: "programme_schools",
    unit: "schools",
    dimensions: ["programme"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, programme, count(*) as value
      from (
        select county_code, programme, school_id, min(year) as year
        from allocation
        where school_id is not null
        group by county_code, programme, school_id
      ) as joined
      group by county_code, year, programme
    `,
  },
  {
    // A run of growth is one row, from its first to its last year, so that only an unbroken run inside the period counts.
    name: "budget_growth_run",
    unit: "value",
    dimensions: ["scope"],
    sql: /* sql */ `
      select county_code, min(year) as year_from, max(year) as year_to, 'COMPULSORY' as scope, count(*) as value
      from (
        select county_code, year, year - row_number() over (partition by county_code order by year) as run
        from (
          select county_code, year, amount > lag(amount) over (partition by county_code order by year) as grown
          from (${COMPULSORY_BUDGET}) as budget
        ) as compared
        where grown
      ) as growing
      group by county_code, run
    `,
  },
];
