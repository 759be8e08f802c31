import type { MeasureDefinition } from "@hub/kit";

/**
 * Teachers on the census, 1 September, of each year their school filed a staff return: one row per teacher and place.
 * Whoever rotates counts where they teach.
 */
const TEACHING = /* sql */ `
  select a.county_code, r.year, a.person_id, a.school_id, a.stage::text as stage, a.qualified
  from staff_return r
  join assignment a
    on a.school_id = r.school_id
    and a.valid_from <= make_date(r.year, 9, 1)
    and (a.valid_to is null or a.valid_to > make_date(r.year, 9, 1))
  where a.role = 'TEACHER' and a.teaches
`;

/** Subjects taught on the census, in the main or beside the main one. */
const TAUGHT = /* sql */ `
  select a.county_code, r.year, a.person_id, a.school_id, a.stage::text as stage, a.subject
  from staff_return r
  join assignment a
    on a.school_id = r.school_id
    and a.valid_from <= make_date(r.year, 9, 1)
    and (a.valid_to is null or a.valid_to > make_date(r.year, 9, 1))
  where a.role = 'TEACHER' and a.subject is not null and (a.teaches or not a.holds_post)
`;

const YEARS = /* sql */ `year as year_from, year as year_to`;

/** Counts over the teachers of a census. */
export const staffMeasures: readonly MeasureDefinition[] = [
  {
    name: "teachers",
    unit: "persons",
    dimensions: ["stage"],
    sql: /* sql */ `
      select county_code, ${YEARS}, stage, count(distinct person_id) as value
      from (${TEACHING}) as teaching
      group by county_code, year, stage
    `,
  },
  {
    // Years of age reached in the year, added up: over `teachers` it is their average age.
    name: "teacher_ages",
    unit: "value",
    dimensions: ["stage"],
    sql: /* sql */ `
      select county_code, ${YEARS}, stage, sum(year - birth_year) as value
      from (
        select distinct t.county_code, t.year, t.stage, t.person_id, p.birth_year
        from (${TEACHING}) as t
        join person p on p.id = t.person_id
      ) as teaching
      group by county_code, year, stage
    `,
  },
  {
    name: "mismatched_teachers",
    unit: "persons",
    dimensions: ["stage"],
    sql: /* sql */ `
      select county_code, ${YEARS}, stage, count(distinct person_id) as value
      from (${TEACHING}) as teaching
      where not qualified
      group by county_code, year, stage
    `,
  },
  {
    name: "subject_teachers",
    unit: "persons",
    dimensions: ["subject"],
    sql: /* sql */ `
      select county_code, ${YEARS}, subject, count(distinct person_id) as value
      from (${TAUGHT}) as taught
      group by county_code, year, subject
    `,
  },
  {
    // The school above kindergarten that has fewest of them decides: "one in every school" is a minimum.
    name: "fewest_psychology_teachers",
    unit: "persons",
    dimensions: [],
    sql: /* sql */ `
      select county_code, ${YEARS}, min(teachers) as value
      from (
        select county_code, year, school_id, count(distinct person_id) filter (where subject = 'PSYCHOLOGY') as teachers
        from (${TAUGHT}) as taught
        where stage <> 'PRESCHOOL'
        group by county_code, year, school_id
      ) as schools
      group by county_code, year
    `,
  },
  {
    // Who may be asked to rotate to a rural school: hired to an urban one, or a backbone teacher at the time.
    name: "urban_or_backbone_teachers",
    unit: "persons",
    dimensions: [],
    sql: /* sql */ `
      select t.county_code, t.year as year_from, t.year as year_to, count(distinct t.person_id) as value
      from (${TEACHING}) as t
      join person p on p.id = t.person_id
      where not p.hired_to_rural or exists (
        select from staff_honour h
        where h.person_id = p.id
          and h.kind in ('BACKBONE', 'SUBJECT_LEADER')
          and h.granted_on <= make_date(t.year, 9, 1)
          and (h.valid_to is null or h.valid_to > make_date(t.year, 9, 1))
      )
      group by t.county_code, t.year
    `,
  },
];
