import type { MeasureDefinition } from "@hub/kit";

/** Counts over people who came or moved, by the calendar year they did. */
export const movementMeasures: readonly MeasureDefinition[] = [
  {
    // A person counts once, in the role they were hired for.
    name: "people_hired",
    unit: "persons",
    dimensions: ["channel", "stage", "role", "to_rural"],
    sql: /* sql */ `
      select p.county_code, extract(year from p.hired_on)::int as year_from, extract(year from p.hired_on)::int as year_to,
        p.hire_channel as channel, p.hire_stage::text as stage, f.role, p.hired_to_rural::text as to_rural, count(*) as value
      from person p
      join lateral (
        select a.role::text as role from assignment a where a.person_id = p.id order by a.valid_from, a.id limit 1
      ) as f on true
      group by p.county_code, extract(year from p.hired_on), p.hire_channel, p.hire_stage, f.role, p.hired_to_rural
    `,
  },
  {
    // ROTATION and SUPPORT_TEACHING are lendings; TRANSFER is an urban teacher moved to a rural school for good.
    name: "people_posted",
    unit: "persons",
    dimensions: ["kind"],
    sql: /* sql */ `
      select county_code, extract(year from valid_from)::int as year_from, extract(year from valid_from)::int as year_to,
        kind::text as kind, count(distinct person_id) as value
      from assignment
      where kind <> 'POST'
      group by county_code, extract(year from valid_from), kind
    `,
  },
  {
    name: "people_honoured",
    unit: "persons",
    dimensions: ["kind", "level"],
    sql: /* sql */ `
      select county_code, extract(year from granted_on)::int as year_from, extract(year from granted_on)::int as year_to,
        kind, level, count(distinct person_id) as value
      from staff_honour
      group by county_code, extract(year from granted_on), kind, level
    `,
  },
];
