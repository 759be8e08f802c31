import type { MeasureDefinition } from "@hub/kit";

/** Students on the census date, and what became of those who left. */
export const studentMeasures: readonly MeasureDefinition[] = [
  {
    name: "students",
    unit: "persons",
    dimensions: ["stage", "type", "ownership"],
    sql: /* sql */ `
      select school.county_code, class_group.year as year_from, class_group.year as year_to,
        sum(class_group.students)::numeric as value, class_group.stage::text, school.type_code as type, school.ownership::text
      from class_group
      join school on school.id = class_group.school_id
      group by school.county_code, class_group.year, class_group.stage, school.type_code, school.ownership
    `,
  },
  {
    name: "classes",
    unit: "items",
    dimensions: ["stage", "size"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, count(*)::numeric as value, stage, size
      from (
        select school.county_code, class_group.year, class_group.stage::text,
          case when class_group.students > 65 then 'OVER_65' when class_group.students > 55 then '56_TO_65' else 'UP_TO_55' end as size
        from class_group
        join school on school.id = class_group.school_id
      ) as sized
      group by county_code, year, stage, size
    `,
  },
  {
    name: "seated_students",
    unit: "persons",
    dimensions: ["stage"],
    // A school's spare desks seat nobody of another school.
    sql: /* sql */ `
      select desks.county_code, desks.year as year_from, desks.year as year_to,
        sum(least(desks.quantity, taught.students)) as value, desks.stage::text
      from school_condition desks
      join (
        select school_id, year, stage, sum(students) as students from class_group group by school_id, year, stage
      ) as taught on taught.school_id = desks.school_id and taught.year = desks.year and taught.stage = desks.stage
      where desks.item = 'DESK_CHAIR_SETS'
      group by desks.county_code, desks.year, desks.stage
    `,
  },
  {
    name: "group_students",
    unit: "persons",
    dimensions: ["group", "stage"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, sum(students)::numeric as value, "group", stage::text
      from enrolment_group
      group by county_code, year, "group", stage
    `,
  },
  {
    name: "outcomes",
    unit: "persons",
    dimensions: ["kind", "stage"],
    sql: /* sql */ `
      select county_code, year as year_from, year as year_to, sum(students)::numeric as value, kind, stage::text
      from student_outcome
      group by county_code, year, kind, stage
    `,
  },
];
