import type { MeasureDefinition } from "@hub/kit";

// The census days the register has returns for.
const CENSUS = /* sql */ `
  select year, make_date(year, 9, 1) as day
  from generate_series((select min(year) from school_return), (select max(year) from school_return)) as year
`;

/** Schools, divisions and authorities as they stood on 1 September. */
export const registerMeasures: readonly MeasureDefinition[] = [
  {
    name: "schools",
    unit: "schools",
    dimensions: ["type", "ownership", "urban_rural", "authority_level"],
    sql: /* sql */ `
      select school.county_code, census.year as year_from, census.year as year_to, count(*)::numeric as value,
        school.type_code as type, school.ownership::text, school.urban_rural::text, authority.level::text as authority_level
      from (${CENSUS}) as census
      join school on (school.opened_on is null or school.opened_on <= census.day)
        and (school.closed_on is null or school.closed_on > census.day)
      join school_authority link on link.school_id = school.id
        and link.valid_from <= census.day and (link.valid_to is null or link.valid_to > census.day)
      join authority on authority.id = link.authority_id
      group by school.county_code, census.year, school.type_code, school.ownership, school.urban_rural, authority.level
    `,
  },
  {
    name: "authorities",
    unit: "items",
    dimensions: [],
    sql: /* sql */ `
      select school.county_code, census.year as year_from, census.year as year_to,
        count(distinct link.authority_id)::numeric as value
      from (${CENSUS}) as census
      join school_authority link on link.valid_from <= census.day and (link.valid_to is null or link.valid_to > census.day)
      join school on school.id = link.school_id
      group by school.county_code, census.year
    `,
  },
  {
    name: "divisions",
    unit: "items",
    dimensions: ["kind"],
    // Three digits after the county's code: 001 streets, 100 towns, 200 townships, 400 units like a township (GB/T 10114).
    sql: /* sql */ `
      select county_code, year_from, year_to, count(*)::numeric as value, kind
      from (
        select division.county_code, census.year as year_from, census.year as year_to,
          case
            when division.level = 'VILLAGE' then 'VILLAGE'
            when substring(division.code, 7, 3) < '100' then 'STREET'
            when substring(division.code, 7, 3) < '200' then 'TOWN'
            when substring(division.code, 7, 3) < '400' then 'TOWNSHIP'
            else 'UNIT'
          end as kind
        from (${CENSUS}) as census
        join division on division.level in ('TOWNSHIP', 'VILLAGE')
          and division.valid_from <= census.day and (division.valid_to is null or division.valid_to > census.day)
      ) as counted
      group by county_code, year_from, year_to, kind
    `,
  },
  {
    name: "population",
    unit: "persons",
    dimensions: ["band"],
    sql: /* sql */ `
      select division.county_code, population.year as year_from, population.year as year_to,
        sum(population.people)::numeric as value, population.band
      from population
      join division on division.code = population.division_code and division.level = 'COUNTY'
      group by division.county_code, population.year, population.band
    `,
  },
  {
    name: "condition",
    unit: "value",
    dimensions: ["item", "stage"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, sum(quantity) as value, item, stage::text
      from school_condition
      group by county_code, year, item, stage
    `,
  },
];
